/**
 * One step of one notice on its way: the chat, then the app installed for the person, then mail, then a line to the admins. A
 * step asks the connector once (twice where a card was too big), so that pacing can count steps.
 */
import type { Card } from '../../cards/card.ts';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';
import { wants } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import { press } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { finished } from '../core/finished.ts';
import type { NoticeKind } from '../core/notice.ts';
import { withdrawnCard } from '../core/withdrawn.ts';
import type { Language } from '../language/index.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { languageFor } from '../people/members.ts';
import type { Identity, Role } from '../people/people.ts';
import type { Address } from '../teams/messenger.ts';
import { isOfAudience } from './audience.ts';
import { type Attempt, downFrom, failed } from './failed.ts';
import { mentioning } from './mentioning.ts';
import { nextTry } from './next-try.ts';
import type { Deps, Effect } from './step.ts';
import { verdictOn } from './verdict.ts';
import { whereTo } from './where-to.ts';

/** A mail server that refuses this often is not asked again. */
const mostMails = 5;

export async function deliver(notice: Notice, deps: Deps): Promise<Effect> {
  const { kinds, record } = deps;
  const kind = kinds[notice.saying.card];
  if (notice.rung === 'none') return elsewhere(record.unreached(notice.id));
  const reader = await deps.audience.of(notice);
  if (reader && !isOfAudience(kind, reader) && !isTurnedAway(kind, reader)) return lapse(notice, reader, deps);
  if (notice.rung === 'install') return elsewhere(install(notice, deps));
  await kind.before?.(deps.dependencies).catch(unlessMicrosoft);
  const card = cardFor(notice, reader, deps);
  if (!card) return elsewhere(record.moot(notice.id, notice.revision));
  if (notice.rung === 'mail') return elsewhere(mail(notice, card, deps));
  const language = readersLanguage(notice, deps.dependencies);
  return inChat(notice, await mentioning(card, { notice, language }, deps), deps);
}

/** There is something to say to people whom Purser does not serve. */
function isTurnedAway({ instead }: Pick<NoticeKind, 'instead'>, reader: Identity): boolean {
  return reader.kind !== 'colleague' && instead !== undefined;
}

const noRoles: ReadonlySet<Role> = new Set();

function cardFor(notice: Notice, reader: Identity | undefined, { dependencies, kinds }: Deps): Card | undefined {
  const { topic, instead } = kinds[notice.saying.card];
  const language = readersLanguage(notice, dependencies);
  if (reader && reader.kind !== 'colleague' && instead)
    return finished(instead(reader.kind, language, dependencies), { dependencies, language });
  if (!wants(notice, topic, dependencies.store)) return undefined;
  const card = dependencies.cardOf(notice, reader?.kind === 'colleague' ? reader.speaker.roles : noRoles);
  return card && finished(card, { dependencies, language });
}

function readersLanguage({ to }: Pick<Notice, 'to'>, { languages, store, config }: Dependencies): Language {
  return languages[languageFor(to, store, config.language)];
}

/** What they had asked for ends, and what was posted says once that it is no longer for them. */
function lapse(notice: Notice, reader: Identity, deps: Deps): Promise<Effect> {
  const { id, to, saying, revision, delivered } = notice;
  const { dependencies, kinds, messenger, record } = deps;
  const ends = { person: 'person' in to ? to.person : '', topic: kinds[saying.card].topic, revision };
  const where = whereTo(notice, deps);
  if (delivered && where === 'away') return elsewhere(record.lapsed(id, { ...ends, posted: 'stays' }));
  const activity = delivered?.stuck ? null : delivered?.activity;
  if (!activity || typeof where === 'string' || where.chat !== delivered?.chat)
    return elsewhere(record.lapsed(id, { ...ends, posted: 'nothing' }));
  const language = readersLanguage(notice, dependencies);
  const card = finished(withdrawnCard(reader, language, notice.id), { dependencies, language });
  const attempt: Attempt<'nothing' | 'withdrawn'> = {
    what: 'edit',
    ...where,
    ask: () => messenger.edit(where, activity, card).then(() => 'withdrawn', unlessFinal),
    done: (posted) => record.lapsed(id, { ...ends, posted }),
  };
  return tried(attempt, notice, deps);
}

/** Where Teams changes that post no more, however often it is asked. */
function unlessFinal(error: unknown): 'nothing' {
  const { kind } = verdictOn(error);
  if (kind === 'no-message' || kind === 'too-big' || kind === 'refused') return 'nothing';
  throw error;
}

function unlessMicrosoft(error: unknown): void {
  if (!(error instanceof MicrosoftFailed)) throw error;
}

async function elsewhere(step: Promise<void>): Promise<Effect> {
  await step;
  return 'elsewhere';
}

async function inChat(notice: Notice, card: Card, deps: Deps): Promise<Effect> {
  const { delivered } = notice;
  const where = whereTo(notice, deps);
  if (where === 'away') return elsewhere(downFrom(notice, { what: 'away', why: null }, deps));
  if (where === 'unmet') return open(notice, deps);
  if (delivered?.chat === where.chat && !delivered.stuck)
    return edit(notice, { where, activity: delivered.activity, card }, deps);
  await deps.record.begun(notice.id);
  return fitting(notice, { card, attemptOf: (fit) => post(notice, { where, card: fit }, deps) }, deps);
}

function post(
  notice: Notice,
  { where, card }: { where: Address; card: Card },
  { messenger, record }: Deps,
): Attempt<string | null> {
  return {
    what: 'post',
    ...where,
    ask: () => messenger.post(where, card),
    done: (activity) => record.posted(notice.id, { chat: where.chat, activity, shown: notice.revision }),
  };
}

/** Where Teams told no id, the old card stays as it is: a second one would be worse. */
function edit(
  notice: Notice,
  { where, activity, card }: { where: Address; activity: string | null; card: Card },
  deps: Deps,
): Promise<Effect> {
  const { messenger, record } = deps;
  if (!activity) return elsewhere(record.stays(notice.id));
  const attemptOf = (fit: Card): Attempt<void> => ({
    what: 'edit',
    ...where,
    ask: () => messenger.edit(where, activity, fit),
    done: () => record.edited(notice.id, notice.revision),
  });
  return fitting(notice, { card, attemptOf }, deps);
}

function open(notice: Notice, deps: Deps): Promise<Effect> {
  const { messenger, record, dependencies } = deps;
  const person = 'person' in notice.to ? notice.to.person : '';
  const serviceUrl = dependencies.store.get('marks', 'service-url')?.value ?? dependencies.config.bot.serviceUrl;
  const attempt: Attempt<Address> = {
    what: 'open',
    serviceUrl,
    ask: () => messenger.openChat(person, serviceUrl),
    done: (address) => record.opened(person, address),
  };
  return tried(attempt, notice, deps);
}

async function tried<T>(attempt: Attempt<T>, notice: Notice, deps: Deps): Promise<Effect> {
  let result: T;
  try {
    result = await attempt.ask();
  } catch (error) {
    return failed(notice, { attempt, error }, deps);
  }
  await attempt.done(result);
  return 'done';
}

/** Where the card is too big for Teams, what it is about goes instead. */
function fitting<T>(
  notice: Notice,
  { card, attemptOf }: { card: Card; attemptOf: (card: Card) => Attempt<T> },
  deps: Deps,
): Promise<Effect> {
  const whole = attemptOf(card);
  const ask = (): Promise<T> =>
    whole.ask().catch((error: unknown) => {
      if (verdictOn(error).kind !== 'too-big') throw error;
      return attemptOf(inBrief(notice, card, deps)).ask();
    });
  return tried({ ...whole, ask }, notice, deps);
}

/** Teams takes no card of that size: what it is about, and where to read on. */
function inBrief({ id, to }: Notice, { summary }: Card, { dependencies }: Deps): Card {
  const language = readersLanguage({ to }, dependencies);
  const { t, words } = language;
  const fallback = t('fallback', { command: words.commands.purchases.names[0] });
  const buttons = [press(t('button.listPurchases'), 'purchases')];
  const card = report({ paragraphs: [summary], notes: [id], buttons, summary, fallback });
  return finished(card, { dependencies, language });
}

async function install({ id, to }: Notice, { dependencies, record, log }: Deps): Promise<void> {
  if (!('person' in to)) return record.rung(id, { rung: 'none', what: 'not-installed' });
  try {
    const result = await dependencies.commerce.install(to.person);
    if (result !== 'installed') return await record.rung(id, { rung: 'mail', what: 'not-installed', why: result });
    await record.back(to.person);
    await record.rung(id, { rung: 'chat', what: 'installed' });
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.warn({ notice: id, detail: error.detail }, 'the app could not be installed for someone');
    await record.rung(id, { rung: 'mail', what: 'not-installed', why: error.trouble });
  }
}

async function mail(notice: Notice, card: Card, { dependencies, record, log }: Deps): Promise<void> {
  const { id, to, saying } = notice;
  const address = 'person' in to ? await mailOf(to.person, dependencies) : null;
  if (!dependencies.config.microsoft.mailFrom || !address)
    return record.rung(id, { rung: 'none', what: 'mail-failed' });
  const { t, format } = readersLanguage({ to }, dependencies);
  const text = `${plainText(card, format.colon)}\n\n${t('notice.mailEnd')}`;
  await record.begun(id);
  try {
    await dependencies.commerce.mail({ to: address, subject: card.summary, text });
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    const { trouble, detail } = error;
    log.warn({ notice: id, detail }, 'a mail could not be sent');
    const isFinal = trouble === 'refused' || trouble === 'no-permission' || notice.tries + 1 >= mostMails;
    if (isFinal) return record.rung(id, { rung: 'none', what: 'mail-failed', why: trouble });
    const what = trouble === 'unreachable' ? 'cut' : 'mail-failed';
    return record.again(id, { at: nextTry(notice, undefined, dependencies.clock.now()), what, why: trouble });
  }
  await record.mailed(id, saying);
}

/** From the last sync, else from the directory: an admin or approver need never have bought anything. */
async function mailOf(person: string, { store, commerce }: Dependencies): Promise<string | null> {
  const known = store.get('people', person);
  if (known) return known.enabled ? known.mail : null;
  const [facts] = await commerce.people([person]).catch(() => []);
  return facts?.enabled ? facts.mail : null;
}
