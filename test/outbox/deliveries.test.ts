import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Reader } from '../../store/store.ts';
import { tableNames } from '../../store/tables.ts';
import { type Busy, type Event, happen, nextEvent, openBusy, pauseMs } from '../soak/busy.ts';
import { activityOf, type Said, shown } from '../soak/saying.ts';
import { figure, progress } from '../soak/tell.ts';
import { seeded } from '../store/history.ts';
import { testClock } from '../world/clock.ts';

/** So much happens, and this share of what is said comes again or out of order. More of it: `npm run soak -- deliveries`. */
const { DELIVERIES = '250', DELIVERY_SHARE = '0.2', DELIVERY_SEED = '1' } = process.env;
const count = Number(DELIVERIES);
const share = Number(DELIVERY_SHARE);
/** So much may happen before something comes again: minutes, while a message is remembered for an hour. */
const latest = 60;

/** Beside the first delivery, right after it, or when so much else has happened. */
type Again = 'beside' | 'after' | number;

interface Outcome {
  /** By table. */
  records: Record<string, unknown[]>;
  /** By person: what stands in their chat with Purser, oldest first. */
  seen: Record<string, string[]>;
  /** How many entries of the journal tell of the same person doing the same at the same time, at most. */
  mostAtOnce: number;
  journal: ReturnType<typeof verifyAudit>;
  entries: number;
  notices: number;
}

async function inBusyCompany<T>(use: (world: Busy) => Promise<T>): Promise<T> {
  const world = await openBusy(testClock());
  try {
    return await use(world);
  } finally {
    await world.close();
  }
}

/** Every thing said is delivered once; some only when other things that were said later are through. */
function liveOnce(chance: () => number): Promise<{ events: Event[]; outOfOrder: number; outcome: Outcome }> {
  return inBusyCompany(async (world) => {
    const events: Event[] = [];
    const held: { at: number; event: Event }[] = [];
    let outOfOrder = 0;
    for (let n = 0; events.length < count; n++) {
      const ready = held.findIndex(({ at }) => at <= n);
      const event = ready < 0 ? nextEvent(world, chance, n) : held.splice(ready, 1)[0]?.event;
      if (!event) continue;
      if (ready < 0 && 'said' in event && chance() < share / 4) {
        held.push({ at: n + 1 + Math.floor(chance() * 5), event });
        outOfOrder++;
        continue;
      }
      world.clock.advance(pauseMs);
      if ('said' in event) await deliver(world, event.said);
      else await happen(world, event, events.length);
      await world.purser.outbox.drain();
      events.push(event);
      progress(events.length, count, 1000, 'things happened, each once');
    }
    return { events, outOfOrder, outcome: outcomeOf(world) };
  });
}

/** The same again, in a world where this share of what is said is delivered more than once. */
function liveAgain(events: readonly Event[], chance: () => number): Promise<{ again: number; outcome: Outcome }> {
  return inBusyCompany(async (world) => {
    let again = 0;
    let late: { at: number; said: Said }[] = [];
    for (const [n, event] of events.entries()) {
      // Nothing comes again after days.
      const due = late.filter(({ at }) => at <= n || ('happens' in event && event.happens === 'days'));
      late = late.filter((each) => !due.includes(each));
      for (const { said } of due) await deliver(world, said);
      world.clock.advance(pauseMs);
      if ('happens' in event) await happen(world, event, n);
      else {
        const how = chance() < share ? howAgain(chance) : undefined;
        again += Number(how !== undefined);
        const first = await deliver(world, event.said, how === 'beside' ? 2 : 1);
        const second = how === 'after' ? await deliver(world, event.said) : undefined;
        // What was refused may be told in another way when it comes again; it stays refused.
        if (second && first && 'card' in first) assert.deepEqual(second, first, 'the answer to the same press');
        if (typeof how === 'number') late.push({ at: n + how, said: event.said });
      }
      await world.purser.outbox.drain();
      progress(n + 1, count, 1000, 'things happened, some more than once');
    }
    return { again, outcome: outcomeOf(world) };
  });
}

function howAgain(chance: () => number): Again {
  const roll = chance();
  return roll < 0.25 ? 'beside' : roll < 0.5 ? 'after' : 1 + Math.floor(chance() * latest);
}

/** Every delivery is taken in good order; a press is answered with something to show each time, which is returned. */
async function deliver(world: Busy, said: Said, times = 1): Promise<ReturnType<typeof shown>> {
  const person = world.everyone.get(said.by);
  assert.ok(person);
  const answers = await world.teams.deliver(activityOf(world.teams, person, said), { times });
  for (const { status } of answers) assert.equal(status, 200, JSON.stringify(said));
  if ('text' in said) return undefined;
  const all = answers.map(shown);
  for (const each of all) assert.ok(each, JSON.stringify(said));
  return all[0];
}

function outcomeOf({ purser: { store }, teams, everyone }: Busy): Outcome {
  // What is made up anew for each message, turn and installation.
  const isMadeUp = (key: string, value: unknown): boolean =>
    key === 'activity' || key === 'cause' || value === store.get('marks', 'log-key')?.value;
  const plain = (record: object): unknown =>
    JSON.parse(
      JSON.stringify(record, (key, value) => (isMadeUp(key, value) ? null : value)).replaceAll(teams.serviceUrl, ''),
    );
  const records = Object.fromEntries(tableNames.map((table) => [table, [...store.all(table)].map(plain)]));
  const seen = [...everyone.values()].map((person) => [
    person.name,
    person.inbox().map((post) => person.card(post) || (post.text ?? '')),
  ]);
  return {
    ...{ records, seen: Object.fromEntries(seen), mostAtOnce: mostAtOnce(store), journal: verifyAudit(store) },
    ...{ entries: store.count('audit'), notices: store.count('notices') },
  };
}

function mostAtOnce(store: Reader): number {
  const times = new Map<string, number>();
  for (const { at, actor, action } of store.all('audit')) {
    const key = `${at} ${actor?.id} ${action}`;
    if (actor) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}

describe(`what people say and press, ${share * 100} % of it delivered twice, late or out of order`, () => {
  let once: Outcome;
  let more: Outcome;
  before(async function () {
    this.timeout(300_000 + count * 200);
    const lived = await liveOnce(seeded(Number(DELIVERY_SEED)));
    once = lived.outcome;
    const { again, outcome } = await liveAgain(lived.events, seeded(Number(DELIVERY_SEED) + 1));
    more = outcome;
    const said = lived.events.filter((event) => 'said' in event).length;
    const restarts = lived.events.filter((event) => 'happens' in event && event.happens === 'restart').length;
    figure(
      `${said} things said and pressed by ${Object.keys(once.seen).length} people; ${again} of them delivered more than once and ${lived.outOfOrder} out of order, ${restarts} restarts`,
    );
    figure(`${once.entries} entries in the journal, ${once.notices} notices`);
  });

  it('each is in the journal once at most, and the journal holds', () => {
    assert.equal(more.mostAtOnce, 1);
    assert.equal(more.journal.holds, true);
  });
  it('leaves every record as if each had come once', () => {
    for (const [table, records] of Object.entries(once.records)) assert.deepEqual(more.records[table], records, table);
    assert.deepEqual(more.journal, once.journal);
  });
  it('everyone reads what they would read if each had come once', () => assert.deepEqual(more.seen, once.seen));
});
