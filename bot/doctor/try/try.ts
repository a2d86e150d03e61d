/** Settles with one named test user what reading can't: each act is told before, and done only where a person types that it shall be. */
import { keepLearnt, type Trial } from '../../../store/learnt.ts';
import type { Config } from '../../config/config.ts';
import type { PersonFacts } from '../../microsoft/commerce.ts';
import { isGranted } from '../../microsoft/granted.ts';
import { type Clients, createClients } from '../clients.ts';
import { type Granted, grantedTo } from '../grants.ts';
import type { Words } from '../words/shape.ts';
import { someRule, tryRule } from './rule.ts';
import { seatOf, trySeat } from './seat.ts';
import type { Terminal } from './terminal.ts';

interface Trying {
  config: Config;
  clients: Clients;
  granted: Granted;
  terminal: Terminal;
  words: Words['try'];
}

/** @returns whether it went as it should: what was left out on purpose is no failure */
export async function tryOut(
  user: string,
  { config, clients, terminal, words }: Omit<Trying, 'granted'>,
): Promise<boolean> {
  const granted = await grantedTo(clients);
  // Only these clients may write, and only what follows a confirmation.
  const writing = createClients(config, clients.tokens, () => undefined);
  const trying = { config, clients: writing, granted, terminal, words };
  const [person, ...more] = await findUser(user, clients);
  if (!person || more.length > 0) {
    terminal.say(words.nobody(user));
    return false;
  }
  terminal.say(words.begin(person.userName ?? user));
  const seat = await seatAct(person, trying);
  const rule = await ruleAct(trying);
  terminal.say(words.end);
  return seat && rule;
}

/** By sign-in name or id: nobody is to be met by a likeness of names. */
async function findUser(user: string, { directory }: Clients): Promise<PersonFacts[]> {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(user);
  if (isId) return directory.people([user]);
  const found = user.includes('@') ? await directory.find(user) : [];
  return found.filter(({ userName }) => userName?.toLowerCase() === user.toLowerCase());
}

async function seatAct(person: PersonFacts, trying: Trying): Promise<boolean> {
  const { clients, granted, terminal, words } = trying;
  const permission = 'LicenseAssignment.ReadWrite.All';
  if (granted.graph && !isGranted(permission, granted.graph)) {
    terminal.say(words.notGranted(permission));
    return true;
  }
  const seat = await seatOf(person.id, clients);
  const name = person.userName ?? person.id;
  if (!seat) {
    terminal.say(words.seat.none(name));
    return true;
  }
  if (!(await confirmed(words.seat.before(name, seat.part), name, trying))) return true;
  const tried = await trySeat(person.id, seat, clients);
  if (tried.outcome === 'unclear') terminal.say(words.seat.unclear(tried.words, name, seat.part));
  else {
    if (tried.outcome === 'refused') terminal.say(words.seat.refused(tried.status));
    else terminal.say(tried.givenBack ? words.seat.givenBack(name) : words.seat.lost(name, seat.part));
    await keep('departmental-seat', tried, trying);
  }
  return tried.outcome === 'refused' || (tried.outcome === 'allowed' && tried.givenBack);
}

async function ruleAct(trying: Trying): Promise<boolean> {
  const { clients, granted, terminal, words } = trying;
  const permission = 'Policy.ReadWrite.AllowSelfServicePurchase';
  if (granted.licensing && !isGranted(permission, granted.licensing)) {
    terminal.say(words.notGranted(permission));
    return true;
  }
  const rule = await someRule(clients);
  if (!rule) {
    terminal.say(words.rule.none);
    return true;
  }
  if (!(await confirmed(words.rule.before(rule.name, rule.value), words.rule.word, trying))) return true;
  const tried = await tryRule(rule, clients);
  if (tried.outcome === 'unclear') terminal.say(words.rule.unclear(tried.words));
  else {
    terminal.say(words.rule[tried.outcome](tried.status));
    await keep('rule', tried, trying);
  }
  return tried.outcome !== 'unclear';
}

/** Only the very word will do. */
async function confirmed(before: string, word: string, { terminal, words }: Trying): Promise<boolean> {
  terminal.say(`\n${before}`);
  const typed = await terminal.ask(words.confirm(word));
  const isSo = typed?.trim().toLowerCase() === word.toLowerCase();
  if (!isSo) terminal.say(words.left);
  return isSo;
}

async function keep(
  trial: Trial,
  { outcome, status }: { outcome: 'refused' | 'allowed'; status: number },
  { config, terminal, words }: Trying,
): Promise<void> {
  try {
    await keepLearnt(config.store.folder, trial, { outcome, status, at: new Date().toISOString() });
  } catch (error) {
    terminal.say(words.notKept((error as Error).message));
  }
}

/** Why nothing may be tried here at all; undefined where it may. */
export function whyNotTried(
  given: Readonly<Record<string, string | undefined>>,
  { isManned }: Terminal,
): 'read-only' | 'no-terminal' | undefined {
  const readOnly = given['READ_ONLY']?.trim() ?? '';
  if (readOnly !== '' && readOnly !== '0') return 'read-only';
  return isManned ? undefined : 'no-terminal';
}
