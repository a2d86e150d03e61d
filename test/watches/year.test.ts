/** A year on the clock: each renewal is told 30, 7 and 1 days before, once, to the right chats, and never in their quiet hours [37]. */
import assert from 'node:assert/strict';
import type { Purchase } from '../../store/records.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { day, hour, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

const purchases = 60;
const dayMs = day;

describe('a year on the clock', () => {
  let world: World;
  /** What was told of each purchase: kind, days before, and on which day. */
  const told = new Map<string, { kind: string; days: number | null; day: string }[]>();
  const cards = new Map<string, number>();
  const postedAt: number[] = [];
  /** In the channel. */
  const postsADay: number[] = [];
  const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

  before(async function () {
    this.timeout(120_000);
    const clock = testClock();
    const its = company({ now: clock.now(), users: 300 });
    world = await openWorld({ clock, company: its, limited: false });
    world.teams.limits.on = false;
    const { purser, people, teams } = world;
    const { store } = purser;
    const team = teams.team({ name: 'IT', members: [people.alex] });
    await team.install(people.alex);
    await people.alex.say('notify on renewals', { in: team.general, mention: true });
    await people.alex.say('notify on renewals');
    await people.alex.say('notify quiet 18-9');
    await replacePurchases(clock.now());
    let seen = team.general.posts.length;
    for (let nth = 0; nth < 366; nth++) {
      await renewed(clock.now());
      await purser.watch.drain();
      const before = people.alex.inbox().length;
      await purser.outbox.drain();
      if (people.alex.inbox().length > before) postedAt.push(clock.now().getTime());
      // An hour later the quiet is over.
      clock.advance(hour);
      await purser.outbox.drain();
      if (people.alex.inbox().length > before + 1) postedAt.push(clock.now().getTime());
      postsADay.push(team.general.posts.length - seen);
      seen = team.general.posts.length;
      clock.advance(dayMs - hour);
    }
    for (const { key, saying } of store.all('notices')) {
      if (saying.card !== 'due') continue;
      const to = key.replace(/^due \S+ /, '');
      cards.set(`${saying.day} ${to}`, (cards.get(`${saying.day} ${to}`) ?? 0) + 1);
      if (!to.includes('thread')) continue;
      for (const { purchase, kind, days } of saying.items)
        told.set(purchase, [...(told.get(purchase) ?? []), { kind, days, day: saying.day }]);
    }
  });
  after(() => world.close());

  /** Sixty of one kind, each a year and some days from now; every fifth is kept, every tenth is monthly. */
  async function replacePurchases(now: Date): Promise<void> {
    const { store } = world.purser;
    const [like] = [...store.all('purchases')].filter(
      ({ kind, sku, purchaser }) =>
        kind === 'self-service' && purchaser && (store.get('products', sku)?.seats ?? 0) < 9_000,
    );
    assert.ok(like);
    await store.transact((tx) => {
      for (const { id } of [...tx.all('purchases')]) tx.delete('purchases', id);
      for (let nth = 1; nth <= purchases; nth++) tx.put('purchases', purchaseOf(like, nth, now));
    });
  }

  function purchaseOf(like: Purchase, nth: number, now: Date): Purchase {
    const next = dateOf(now.getTime() + (40 + nth * 5) * dayMs);
    const isMonthly = nth % 10 === 0;
    const until = new Date(now.getTime() + 400 * dayMs).toISOString();
    return {
      ...like,
      id: `P-${nth}`,
      subscription: `7e9a0000-0000-4000-8000-0000000a${String(nth).padStart(4, '0')}`,
      ...{ commerceId: null, status: 'Enabled', statusWord: null, trial: false, absent: null, endless: false },
      createdAt: isMonthly ? dateOf(Date.parse(next) - 150 * dayMs) : `${Number(next.slice(0, 4)) - 1}${next.slice(4)}`,
      nextAt: next,
      decision:
        nth % 5 === 0 && !isMonthly
          ? { kind: 'kept', by: 'x', name: 'Alex Wilber', since: now.toISOString(), until, why: 'design' }
          : null,
    };
  }

  /** Microsoft moves each date on once it has come: a year, or a month. */
  async function renewed(now: Date): Promise<void> {
    const today = dateOf(now.getTime());
    const over = [...world.purser.store.all('purchases')].filter(({ nextAt }) => nextAt !== null && nextAt < today);
    if (over.length === 0) return;
    await world.purser.store.transact((tx) => {
      for (const each of over) {
        const [year = 0, month = 0, date = 0] = (each.nextAt ?? '').split('-').map(Number);
        const isMonthly = Number(each.id.slice(2)) % 10 === 0;
        const next = new Date(Date.UTC(isMonthly ? year : year + 1, isMonthly ? month : month - 1, Math.min(date, 28)));
        tx.put('purchases', { ...each, nextAt: dateOf(next.getTime()) });
      }
    });
  }

  const isKept = (nth: number): boolean => nth % 5 === 0 && nth % 10 !== 0;

  it('tells each yearly renewal 30, 7 and 1 days before, once, and what came of it the day after', () => {
    for (let nth = 1; nth <= purchases; nth++) {
      const all = told.get(`P-${nth}`) ?? [];
      if (isKept(nth) || nth % 10 === 0) continue;
      const ahead = all.filter(({ kind }) => kind === 'due').map(({ days }) => days);
      assert.deepEqual(ahead, [30, 7, 1], `P-${nth}`);
      assert.equal(all.filter(({ kind }) => kind === 'renewed').length, 1, `P-${nth}`);
    }
  });

  it('tells a monthly term once, and nothing of what is kept', () => {
    for (let nth = 1; nth <= purchases; nth++) {
      const ahead = (told.get(`P-${nth}`) ?? []).filter(({ kind }) => kind === 'due');
      if (isKept(nth)) assert.deepEqual(told.get(`P-${nth}`), undefined, `P-${nth} is kept`);
      else if (nth % 10 === 0) assert.equal(ahead.length, 1, `P-${nth} is monthly`);
    }
  });

  it('is one card a day for a channel and a person at most, and nothing comes in quiet hours', () => {
    assert.ok(cards.size > 100);
    assert.equal(Math.max(...postsADay), 1);
    assert.ok(postsADay.filter((count) => count === 1).length > 100);
    assert.deepEqual(
      [...cards].filter(([, count]) => count > 1),
      [],
    );
    assert.ok(postedAt.length > 50);
    const hours = postedAt.map((at) =>
      Number(
        new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Paris' }).format(at),
      ),
    );
    assert.deepEqual(
      hours.filter((each) => each < 9 || each >= 18),
      [],
    );
  });
});
