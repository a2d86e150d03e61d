/** The verdict first, then what it rests on, then what to do instead. */
import type { Button, Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import type { Rule } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { listed, shortName } from '../core/lines.ts';
import { faq } from '../microsoft/links.ts';
import { exclusionOf } from '../rules/catalogue/markets.ts';
import { ruleName, ruleValue } from '../rules/catalogue/wording.ts';
import { type Buyer, mayBeTried, sectorIn, type Verdict, verdictOf } from './verdict.ts';

interface About {
  buyer: Buyer;
  /** Undefined where it is the speaker. */
  name: string | undefined;
}

export function canBuyCard(rules: readonly Rule[], { buyer, name }: About, context: Context): Card {
  const { t, words } = context.language;
  const its = sectorIn(context.dependencies.store.all('products'));
  const each = rules.map((rule) => ({ rule, verdict: verdictOf(rule, buyer, its?.sector ?? null) }));
  const [first, ...others] = new Set(each.map(({ verdict }) => verdict));
  const title = t(`canBuy.verdict.${others.length > 0 || !first ? 'mixed' : first}`);
  return report({
    icon: 'Cart',
    title,
    subtitle: name ? t('canBuy.for', { name: shortName(name) }) : t('canBuy.forYou'),
    sections: [
      { heading: t('canBuy.rules'), lines: listed(each, (one) => ruleLine(one, context), context.language) },
      {
        heading: t('canBuy.why'),
        lines: [accountLine(buyer, t), ...countryLines(rules, buyer, t), sectorLine(its, t)],
      },
      {
        heading: t('canBuy.next'),
        lines: [{ title: t(first === 'no' && others.length === 0 ? 'canBuy.instead' : 'canBuy.first') }],
      },
    ],
    notes: [dataAge(context, 'rules'), ...ageNote(context, 'rules'), t('canBuy.source')],
    buttons: buttonsFor(rules, context),
    links: [{ title: t('faq.microsoft'), url: faq }],
    summary: title,
    fallback: t('fallback', { command: words.commands['can-buy'].names[0] }),
  });
}

type T = Context['language']['t'];

function ruleLine({ rule, verdict }: { rule: Rule; verdict: Verdict }, { language: { t } }: Context): Line {
  const isEmpty = rule.value === 'OnlyTrialsWithoutPaymentMethod' && !mayBeTried(rule);
  const said = rule.goneAt ? t('canBuy.gone') : ruleValue(rule.id, rule.value, t);
  return {
    mark: {
      text: t(`canBuy.mark.${verdict}`),
      tone: verdict === 'yes' ? 'good' : verdict === 'no' ? 'attention' : 'plain',
    },
    title: ruleName(rule, t),
    text: [said, ...when(isEmpty, t('canBuy.nothingToTry'))].join(' · '),
  };
}

function accountLine({ guest, enabled }: Buyer, t: T): Line {
  if (guest) return { title: `✗ ${t('canBuy.guest')}` };
  return enabled ? { title: `✓ ${t('canBuy.active')}` } : { title: `✗ ${t('canBuy.disabled')}` };
}

function countryLines(rules: readonly Rule[], { country }: Buyer, t: T): Line[] {
  if (!country) return [{ title: `? ${t('canBuy.countryUnknown')}` }];
  const isOut = rules.some((rule) => exclusionOf(rule, { country, sector: null }));
  return [{ title: isOut ? `✗ ${t('canBuy.countryOut', { country })}` : `✓ ${t('canBuy.countryIn', { country })}` }];
}

function sectorLine(its: ReturnType<typeof sectorIn>, t: T): Line {
  if (!its) return { title: `? ${t('canBuy.sectorUnknown')}` };
  return { title: `✗ ${t(`canBuy.${its.sector}`, { product: shortName(its.product) })}` };
}

function buttonsFor(rules: readonly Rule[], { speaker, language: { t } }: Context): Button[] {
  const [only, ...others] = rules;
  const data = only && others.length === 0 ? { product: only.id } : {};
  return [
    press(t('canBuy.request'), 'request', { form: 'form' }),
    press(t('faq.short.who-pays'), 'faq', { words: 'who-pays' }),
    press(t('faq.short.markets'), 'faq', { words: 'markets' }),
    ...when(speaker.roles.has('viewer'), press(t('button.rules'), 'rules', data)),
  ];
}
