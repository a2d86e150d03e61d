/**
 * One step of one notice on its way: the chat, then the app installed for the person, then mail, then a line to the admins. A
 * step makes at most one request to the connector, so that whoever paces them counts steps.
 */
import type { Card } from '../../cards/card.ts';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';
import type { Notice } from '../../store/records.ts';
import type { House } from '../commands/command.ts';
import type { Log } from '../log.ts';
import { languageFor, memberOf } from '../members.ts';
import type { Address, Messenger } from '../messenger.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { cardOf } from '../notices/index.ts';
import type { Record } from './record.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export interface Deps {
  house: House;
  messenger: Messenger;
  record: Record;
  log: Log;
}

/** `outage`: what failed would fail for every other notice too. */
export type Effect = 'done' | 'outage';

/** Where the government cloud's connector listens (Microsoft: 403 InvalidBotApiHost). */
const governmentServiceUrl = 'https://smba.infra.gcc.teams.microsoft.com/teams/';
const shortestWaitMs = 2_000;
const longestWaitMs = 10 * 60_000;
/** A mail server that refuses this often is not asked again. */
const mostMails = 5;

export async function deliver(notice: Notice, deps: Deps): Promise<Effect> {
  if (notice.rung === 'install') return install(notice, deps);
  if (notice.rung === 'none') return deps.record.unreached(notice.id).then(() => 'done' as const);
  const card = cardOf(notice, deps.house);
  if (!card) return deps.record.moot(notice.id).then(() => 'done' as const);
  return notice.rung === 'mail' ? mail(notice, card, deps) : inChat(notice, card, deps);
}

/** Where it goes: an address; `unmet`, a chat that must be opened first; or nowhere, until whoever it is shows up. */
export function whereTo({ to }: Notice, { house: { store } }: Pick<Deps, 'house'>): Address | 'unmet' | 'away' {
  if ('chat' in to) {
    const chat = store.get('chats', to.chat);
    return chat && !chat.away ? { chat: chat.id, serviceUrl: chat.serviceUrl } : 'away';
  }
  const { chat, away } = memberOf(store, to.person);
  if (away) return 'away';
  return chat ? { chat: chat.id, serviceUrl: chat.serviceUrl } : 'unmet';
}

async function inChat(notice: Notice, card: Card, deps: Deps, isBrief = false): Promise<Effect> {
  const { messenger, record } = deps;
  const where = whereTo(notice, deps);
  if (where === 'away') return downFrom(notice, 'away', deps);
  try {
    if (where === 'unmet') await open(notice, deps);
    else if (notice.delivered?.activity && notice.delivered.chat === where.chat) {
      await messenger.edit(where, notice.delivered.activity, card);
      await record.edited(notice.id, notice.revision);
    } else {
      await record.begun(notice.id);
      const activity = await messenger.post(where, card);
      await record.posted(notice.id, where.chat, activity, notice.revision);
    }
    return 'done';
  } catch (error) {
    const verdict = verdictOn(error);
    if (verdict.kind === 'too-big' && !isBrief) return inChat(notice, inBrief(notice, card, deps), deps, true);
    return failed(notice, verdict, error, deps);
  }
}

/** Teams takes no card of that size: what it is about, and where to read on. */
function inBrief({ to }: Notice, { summary }: Card, { house: { languages, store, config } }: Deps): Card {
  const { t, words } = languages[languageFor(to, store, config.language)];
  const fallback = t('fallback', { command: words.commands.purchases.names[0] });
  const buttons = [{ title: t('button.listPurchases'), verb: 'purchases', data: {} }];
  return report({ paragraphs: [summary], buttons, summary, fallback });
}

async function open({ to }: Notice, { messenger, record, house }: Deps): Promise<void> {
  if (!('person' in to)) return;
  const serviceUrl = house.store.get('marks', 'service-url')?.value ?? house.config.bot.serviceUrl;
  await record.opened(to.person, await messenger.openChat(to.person, serviceUrl));
}

async function failed(
  notice: Notice,
  verdict: ReturnType<typeof verdictOn>,
  error: unknown,
  deps: Deps,
): Promise<Effect> {
  const { record, log, house } = deps;
  const { id, to } = notice;
  const { kind, answer } = verdict;
  const why = answer.status ? [answer.status, answer.code].filter(Boolean).join(' ') : null;
  log.warn({ notice: id, verdict: kind, error }, 'a notice could not be delivered');
  const steps: { [K in Verdict['kind']]: () => Promise<Effect> } = {
    later: () => record.again(id, nextTry(notice, answer.retryAfter, house), 'waiting', why).then(() => 'done'),
    outage: () => record.again(id, nextTry(notice, answer.retryAfter, house), 'waiting', why).then(() => 'outage'),
    // An edit that was cut off is simply made again: that does no harm.
    cut: () =>
      record
        .again(id, nextTry(notice, undefined, house), notice.delivered ? 'waiting' : 'cut', why)
        .then(() => 'outage'),
    away: async () => {
      await record.away(to, 'why' in verdict ? verdict.why : 'absent');
      return downFrom(notice, 'away', deps, why);
    },
    moved: async () => {
      await record.moved(to, governmentServiceUrl);
      return record.again(id, house.clock.now(), 'waiting', why).then(() => 'done');
    },
    'no-chat': async () => {
      if ('person' in to && memberOf(house.store, to.person).chat && notice.tries === 0) await record.closed(to.person);
      else {
        await record.away(to, 'gone');
        return downFrom(notice, 'away', deps, why);
      }
      return record.again(id, house.clock.now(), 'waiting', why).then(() => 'done');
    },
    'no-message': () => record.undelivered(id).then(() => 'done'),
    'too-big': () => downFrom(notice, 'refused', deps, why),
    refused: () => downFrom(notice, 'refused', deps, why),
  };
  return steps[kind]();
}

/** Teams asks for exponential waits with jitter, two seconds at least; what is longer than ten minutes helps nobody. */
function nextTry({ tries }: Notice, retryAfter: string | undefined, { clock }: House): Date {
  const now = clock.now().getTime();
  const told = Number(retryAfter) * 1000;
  const grown = Math.min(longestWaitMs, shortestWaitMs * 2 ** tries);
  return new Date(now + (Number.isFinite(told) ? told : grown * (0.8 + 0.4 * Math.random())));
}

/** A channel has no further rung; whoever threw Purser out, or blocked it, does not get it back by force. */
async function downFrom(
  { id, to, rung, ledger }: Notice,
  what: 'away' | 'refused',
  { record, house }: Deps,
  why: string | null = null,
): Promise<Effect> {
  if (!('person' in to)) {
    await record.rung(id, 'none', what, why);
    return 'done';
  }
  const { away } = memberOf(house.store, to.person);
  const tried = ledger.some((event) => event.what === 'installed' || event.what === 'not-installed');
  const next = rung === 'chat' && away?.why === 'absent' && !tried ? 'install' : 'mail';
  await record.rung(id, next, what, why);
  return 'done';
}

async function install({ id, to }: Notice, { house, record, log }: Deps): Promise<Effect> {
  if (!('person' in to)) return record.rung(id, 'none', 'not-installed').then(() => 'done');
  try {
    const result = await house.commerce.install(to.person);
    if (result === 'installed') {
      await record.closed(to.person);
      await record.rung(id, 'chat', 'installed');
    } else await record.rung(id, 'mail', 'not-installed', result);
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.warn({ notice: id, detail: error.detail }, 'the app could not be installed for someone');
    await record.rung(id, 'mail', 'not-installed', error.trouble);
  }
  return 'done';
}

async function mail(notice: Notice, card: Card, { house, record, log }: Deps): Promise<Effect> {
  const { id, to } = notice;
  const address = 'person' in to ? await mailOf(to.person, house) : null;
  if (!house.config.microsoft.mailFrom || !address) return record.rung(id, 'none', 'mail-failed').then(() => 'done');
  const { t } = house.languages[languageFor(to, house.store, house.config.language)];
  try {
    await record.begun(id);
    await house.commerce.mail({
      to: address,
      subject: card.summary,
      text: `${plainText(card)}\n\n${t('notice.mailEnd')}`,
    });
    await record.mailed(id);
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.warn({ notice: id, detail: error.detail }, 'a mail could not be sent');
    const isFinal = error.trouble === 'refused' || error.trouble === 'no-permission' || notice.tries + 1 >= mostMails;
    if (isFinal) await record.rung(id, 'none', 'mail-failed', error.trouble);
    else
      await record.again(
        id,
        nextTry(notice, undefined, house),
        error.trouble === 'unreachable' ? 'cut' : 'mail-failed',
        error.trouble,
      );
  }
  return 'done';
}

/** From the last sync, else from the directory: an admin or approver need never have bought anything. */
async function mailOf(person: string, { store, commerce }: House): Promise<string | null> {
  const known = store.get('people', person);
  if (known) return known.enabled ? known.mail : null;
  const [facts] = await commerce.people([person]).catch(() => []);
  return facts?.enabled ? facts.mail : null;
}
