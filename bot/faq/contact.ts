import type { Context } from '../core/command.ts';

/** Whom people ask, as the operator named them. */
export function contactName({ dependencies: { config }, language: { t } }: Context): string {
  return config.contact.name ?? t('refused.contact');
}
