/** What a chat asked to be told of, as the journal keeps it and as it is read. Pure. */
import { present } from '../../cards/when.ts';
import { type Chat, digestPeriods, topics } from '../../store/records.ts';
import type { Language } from '../language/index.ts';

/** The topics, and after the `@` where they are told: `alerts, digest @ channel General` */
export function spellTopics(value: string, { t, format }: Language): string | undefined {
  const [, told = '', kind, name] = /^(.*?)(?: @ (personal|group|channel)(?: (.*))?)?$/s.exec(value) ?? [];
  const known = told.split(', ').flatMap((each) => {
    const [word, period] = each.split(' ');
    const topic = topics.find((one) => one === word);
    const every = digestPeriods.find((one) => one === period);
    const [, from, until] = /^quiet (\d+)-(\d+)$/.exec(each) ?? [];
    return [
      ...present(
        every ? t(`notify.shortDigest.${every}`) : topic && t(`notify.short.${topic}`),
        from && t('notify.quiet.short', { from, until }),
      ),
    ];
  });
  if (told && known.length === 0) return undefined;
  const what = known.length > 0 ? format.list(known) : t('audit.nothing');
  return [what, kind && (name ?? t(`notify.place.${kind as Chat['kind']}`))].filter(Boolean).join(' · ');
}
