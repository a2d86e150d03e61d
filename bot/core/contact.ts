/** The person or desk that people are told to ask, as the operator named them. */
import type { Link } from '../../cards/card.ts';
import { present } from '../../cards/when.ts';
import type { Language } from '../language/index.ts';
import type { Dependencies } from './dependencies.ts';

interface Asking {
  dependencies: Pick<Dependencies, 'config'>;
  language: Pick<Language, 't'>;
}

export function contactName({ dependencies: { config }, language: { t } }: Asking): string {
  return config.contact.name ?? t('refused.contact');
}

/** Their page, if they have one. */
export function contactLinks(asking: Asking): Link[] {
  const { url } = asking.dependencies.config.contact;
  return present(url && { title: asking.language.t('button.contact', { name: contactName(asking) }), url });
}
