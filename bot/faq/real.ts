/** Whether a message is really from Purser: for whom it speaks, who acts, how to check, and everything it has sent this person. */

import type { Fact, Line, Section } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { archivedNotices } from '../../store/archive.ts';
import { idOf } from '../../store/notices.ts';
import type { Notice, Somebody } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { lastEvent } from '../core/delivery-history.ts';
import { listed, mostListed, shortName } from '../core/lines.ts';
import { organisationOf } from '../core/notice.ts';
import { memberOf } from '../people/members.ts';
import { calledIn } from '../people/told-apart.ts';

export function realness(context: Context): Section[] {
  const { language } = context;
  const sent = sentTo(context);
  const lines = listed(sent, (notice) => lineOf(notice, context), language);
  const remark = sent.length === 0 ? 'sentNone' : sent.length > mostListed ? 'sentMore' : 'sentOnly';
  const title = language.t(`faq.real.${remark}`, { contact: contactName(context) });
  return [{ facts: factsOf(sent, context) }, { heading: language.t('faq.real.sent'), lines: [...lines, { title }] }];
}

/** What reached them without their having asked for it, newest first. */
function sentTo({ speaker, dependencies: { store } }: Context): Notice[] {
  const own = new Set([speaker.id, memberOf(store, speaker.id).chat?.id]);
  return [...archivedNotices(store), ...store.all('notices')]
    .filter(({ to, delivered, outcome, saying }) => {
      const isOut = delivered !== null || outcome === 'mailed';
      return isOut && own.has(idOf(to)) && !asked.has(saying.card);
    })
    .reverse();
}

/** Answers to what they said themselves. */
const asked: ReadonlySet<Notice['saying']['card']> = new Set(['late-answer', 'copy', 'draft']);

function lineOf(notice: Notice, { language, now, dependencies }: Context): Line {
  const { t } = language;
  const what = t(`ledger.about.${notice.saying.card}`);
  const product = productOf(notice, dependencies.store);
  return {
    title: product ? t('faq.real.line', { what, product }) : what,
    text: present(lastEvent(notice, { language, now, isHeldBack: false }), notice.id).join(' · '),
    press: press(`${t('button.open')} ${notice.id}`, 'waiting', { notice: notice.id }),
  };
}

function productOf({ purchases }: Notice, store: Context['dependencies']['store']): string | undefined {
  const purchase = store.get('purchases', purchases[0] ?? '');
  return purchase && shortName(store.get('products', purchase.sku)?.name ?? purchase.skuPart);
}

function factsOf(sent: readonly Notice[], context: Context): Fact[] {
  const { language, dependencies } = context;
  const { t } = language;
  const { microsoft, pages } = dependencies.config;
  const contact = contactName(context);
  const from = microsoft.mailFrom;
  const facts: [string, string][] = [
    [t('faq.real.organisation'), organisationOf(dependencies.store) ?? t('faq.real.unknownOrganisation')],
    [t('faq.real.acts'), actors(sent, context) ?? t('faq.real.actsAdmins', { contact })],
    [t('faq.real.check'), t(pages.verify ? 'faq.real.checkPage' : 'faq.real.checkContact', { contact })],
    [t('faq.real.never'), t('faq.real.neverWhat')],
    [t('faq.real.mailTitle'), from ? t('faq.real.mail', { from }) : t('faq.real.noMail')],
  ];
  return facts.map(([label, text]) => ({ label, text }));
}

/** The colleagues in whose name they were written to; undefined where they were not. */
function actors(
  sent: readonly Notice[],
  { dependencies: { store }, language: { t, format } }: Context,
): string | undefined {
  const people = sent.flatMap((notice) => actorOf(notice, store) ?? []);
  const names = [...new Set(people.map((who) => shortName(calledIn(store, who))))];
  return names.length > 0 ? t('faq.real.actsNamed', { names: format.list(names) }) : undefined;
}

function actorOf({ saying }: Notice, store: Context['dependencies']['store']): Somebody | undefined {
  if (saying.card === 'asked') return saying.by;
  return saying.card === 'announced' ? store.get('takeovers', saying.takeover)?.requester : undefined;
}
