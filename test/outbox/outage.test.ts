import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import { type Day, liveThrough } from '../soak/hour.ts';
import { type Outage, openOutage } from '../soak/outage.ts';
import { figure } from '../soak/tell.ts';
import { type Told, toldIn } from '../soak/told.ts';
import { seeded } from '../store/history.ts';
import { minute } from '../world/clock.ts';

/** So many people are asked to cancel something, and Purser is killed so often. More of both: `npm run soak -- outage`. */
const { OUTAGE_PEOPLE = '30', OUTAGE_KILLS = '1', OUTAGE_SPEED = '1000', OUTAGE_SEED = '1' } = process.env;
const count = Number(OUTAGE_PEOPLE);
const kills = Number(OUTAGE_KILLS);

describe(`Teams is down for an hour, Purser killed meanwhile (${kills} ×)`, () => {
  let stage: Outage;
  let day: Day;
  let told: Told[];
  before(async function () {
    this.timeout(300_000 + count * 1_000 + kills * 60_000);
    stage = await openOutage(count, Number(OUTAGE_SPEED));
    const from = stage.clock.now();
    day = await liveThrough(stage, kills, seeded(Number(OUTAGE_SEED)));
    told = await toldIn(stage);
    tell((stage.clock.now().getTime() - from.getTime()) / minute);
  });
  after(() => stage.close());

  function tell(minutes: number): void {
    const { begun, teams } = stage;
    const twice = told.filter(({ posts }) => posts.length > 1);
    const edits = teams.log.filter(({ what, status }) => what === 'edit' && status === 200);
    figure(
      `${day.asked.size} people asked, ${told.length} notices, ${teams.log.length} requests to Teams, ${edits.length} of them edits, in ${Math.round(minutes)} minutes of the clock`,
    );
    figure(`${begun.length} kills, ${begun.filter(({ length }) => length > 0).length} of them in the middle of a post`);
    figure(
      `${told.filter(({ cuts }) => cuts > 0).length} notices cut off once or more, ${twice.length} of them posted twice or more; ${told.filter(({ posts }) => posts.length === 1).length} posted once, ${told.filter(({ posts }) => posts.length === 0).length} not at all`,
    );
  }

  it('nobody is forgotten who was to be asked', () => {
    assert.equal(day.asked.size, count);
    for (const [purchase, person] of day.asked) {
      const theirs = told.filter(({ notice: { saying } }) => saying.card === 'asked' && saying.purchase === purchase);
      assert.deepEqual(
        theirs.map(({ notice }) => notice.to),
        [{ person }],
        purchase,
      );
    }
  });
  it('every chat that asked is told once of everything that was bought', () => {
    const channels = [...stage.teams.chats.values()].filter(({ kind }) => kind === 'channel');
    for (const { id, name } of channels)
      for (const purchase of day.bought) {
        const cards = told.filter(
          ({ notice: { to, purchases } }) => 'chat' in to && to.chat === id && purchases.includes(purchase),
        );
        assert.equal(cards.length, 1, `${purchase} in ${name}`);
      }
  });
  it('each is posted to whom it is for, and nothing is left to do', () => {
    for (const { notice, posts } of told) {
      const { to, outcome, dueAt } = notice;
      assert.deepEqual([outcome, dueAt, posts.length > 0], ['posted', null, true], JSON.stringify(notice));
      for (const chat of posts)
        assert.ok('chat' in to ? chat.id === to.chat : chat.members.has(to.person), JSON.stringify(notice));
    }
  });
  it('each once, and once more at most for each time that nobody knew what became of it', () => {
    for (const { notice, posts, cuts } of told)
      assert.ok(posts.length <= 1 + cuts, `${posts.length} posts, ${cuts} cuts: ${JSON.stringify(notice)}`);
  });
  it('what stands twice says so on its ledger', () => {
    for (const { notice } of told.filter(({ posts }) => posts.length > 1))
      assert.ok(
        notice.ledger.some(({ what }) => what === 'posted-again'),
        JSON.stringify(notice),
      );
  });
  it('what has changed meanwhile is an edit of what stands', () => {
    const alerts = told.filter(({ notice: { to, purchases } }) => 'chat' in to && purchases.includes(day.taken));
    assert.equal(alerts.length, 10);
    for (const { notice, posts } of alerts) {
      const post = posts[0]?.find(notice.delivered?.activity ?? '');
      assert.match(JSON.stringify(post?.card), /✓ Alex Wilber/, notice.id);
    }
  });
  it('each press that was answered is in the journal once, and the journal holds', async () => {
    const { verdict, asks } = await stage.look((store) => ({
      verdict: verifyAudit(store),
      asks: [...store.all('audit')].filter(({ action }) => action === 'asked').map(({ purchase }) => purchase),
    }));
    assert.equal(verdict.holds, true);
    assert.equal(asks.length, count);
    assert.deepEqual(new Set(asks), new Set(day.asked.keys()));
  });
});
