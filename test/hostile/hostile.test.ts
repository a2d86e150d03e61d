import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyAudit } from '../../store/audit.ts';
import { shown } from '../soak/saying.ts';
import { figure } from '../soak/tell.ts';
import { seeded } from '../store/history.ts';
import { nextAttack, type Sent } from './attacks.ts';
import { type Waited, work } from './honest.ts';
import { decided, leaked, writesIn, wrongful } from './laws.ts';
import { openStage, type Stage } from './stage.ts';

/** So many attacks; or, for so many minutes, one after the other in four rows: `npm run soak -- hostile`. */
const { HOSTILE_ATTACKS = '160', HOSTILE_MINUTES = '0', HOSTILE_SEED = '1', HOSTILE_SPEED = '60' } = process.env;
const minutes = Number(HOSTILE_MINUTES);
const isLong = minutes > 0;
const rows = 4;
/** An attack a row and so often, in the long run: some ten a second. */
const betweenMs = isLong ? 300 : 0;
const mb = 1_048_576;

interface Outcome {
  stage: Stage;
  sent: Sent[];
  waited: Waited[];
  /** Calls to Microsoft meanwhile. */
  calls: number;
  /** Bytes, every minute of a long run; at the begin and the end of a short one. */
  memory: number[];
  kept: Awaited<ReturnType<typeof keptOf>>;
}

function keptOf(stage: Stage) {
  return stage.look((store) => ({
    audit: [...store.all('audit')],
    takeovers: [...store.all('takeovers')],
    rules: [...store.all('rules')],
    holds: verifyAudit(store).holds,
  }));
}

async function liveThrough(stage: Stage): Promise<Outcome> {
  const before = stage.tenant.requests.length;
  const until = performance.now() + minutes * 60_000;
  let left = Number(HOSTILE_ATTACKS);
  const isOver = (): boolean => (isLong ? performance.now() > until : left <= 0);
  const sent: Sent[] = [];
  const memory = [await stage.memory()];
  const row = async (n: number): Promise<void> => {
    const chance = seeded(Number(HOSTILE_SEED) * 100 + n);
    while (!isOver()) {
      left -= 1;
      sent.push(...(await nextAttack(chance).run(stage, chance)));
      await pause(betweenMs);
    }
  };
  const measure = async (): Promise<void> => {
    for (let minute = 1; isLong && minute < minutes; minute++) {
      await pause(60_000);
      memory.push(await stage.memory());
      process.stdout.write(`  ${minute} of ${minutes} minutes, ${sent.length} attacks\n`);
    }
  };
  const honest = work(stage, seeded(Number(HOSTILE_SEED)), isLong ? 1_500 : 20, isOver);
  await Promise.all([...Array.from({ length: rows }, (_, n) => row(n)), measure()]);
  const waited = await honest;
  memory.push(await stage.memory());
  // What goes in one batch is one call.
  const calls = stage.tenant.requests.slice(before).filter(({ inBatch }) => !inBatch).length;
  stage.tenant.faults.splice(0);
  stage.teams.faults.splice(0);
  await stage.leave();
  return { stage, sent, waited, calls, memory, kept: await keptOf(stage) };
}

function share(waited: readonly Waited[], part: number): number {
  const sorted = waited.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

describe('people who mean harm, in every way at once', () => {
  let stage: Stage;
  let outcome: Outcome;
  before(async function () {
    this.timeout(300_000 + minutes * 66_000);
    stage = await openStage(Number(HOSTILE_SPEED));
    outcome = await liveThrough(stage);
    const { sent, waited, calls, memory, kept } = outcome;
    figure(`${sent.length} attacks and ${waited.length} honest questions; ${kept.audit.length} entries in the journal`);
    figure(
      `honest people waited ${share(waited, 0.5).toFixed(0)} ms, 99 of 100 at most ${share(waited, 0.99).toFixed(0)} ms`,
    );
    figure(`${calls} calls to Microsoft, ${(calls / sent.length).toFixed(2)} an attack`);
    figure(`memory: ${memory.map((bytes) => Math.round(bytes / mb)).join(' ')} MB`);
  });
  after(() => stage?.close());

  it('nobody brings about what they have no right to', () => {
    assert.deepEqual(wrongful(outcome.kept.audit), []);
    assert.deepEqual(
      decided(outcome.kept.takeovers).map(({ id, state }) => `${id} ${state}`),
      [],
    );
    assert.deepEqual(writesIn(stage), []);
    assert.equal(outcome.kept.holds, true);
  });
  it('what is forged, or of another organisation, gets no further than the door', () => {
    const refused = outcome.sent.filter(({ isForDoor }) => isForDoor);
    assert.ok(refused.length > 0);
    const statuses = new Set(refused.map(({ answer }) => answer.status));
    assert.deepEqual(
      [...statuses].filter((status) => ![400, 401, 403].includes(status)),
      [],
    );
  });
  it('outsiders read a refusal and nothing else', () => assert.deepEqual(leaked(stage), []));
  it('everything Teams delivers is answered, a press with something to show', () => {
    const odd = outcome.sent.filter(
      ({ isForDoor, answer, activity }) =>
        !isForDoor && (answer.status !== 200 || (activity.type === 'invoke' && shown(answer) === undefined)),
    );
    assert.deepEqual(
      odd.map(({ name, answer, activity }) => ({ name, answer, said: activity.text ?? activity.value })),
      [],
    );
  });
  it('nobody honest goes without an answer', () => {
    assert.ok(outcome.waited.length > 0);
    assert.deepEqual(
      outcome.waited.filter(({ isAnswered }) => !isAnswered),
      [],
    );
  });
  it('calls to Microsoft stay few', () => {
    assert.ok(outcome.calls < 3 * (outcome.sent.length + outcome.waited.length), `${outcome.calls} calls`);
  });
  if (isLong) {
    it('memory stops growing', () => {
      const half = outcome.memory.slice(Math.floor(outcome.memory.length / 2));
      const [first = 0, last = 0] = [half[0], half.at(-1)];
      assert.ok(last < first * 1.25 + 30 * mb, `${outcome.memory}`);
    });
    it('honest people wait less than two seconds, 99 of 100 times', () =>
      assert.ok(share(outcome.waited, 0.99) < 2_000));
  }
});
