/** A read-only pilot: what every card says, what is refused, and what its admins read each month. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { boughtOf } from '../../../bot/takeovers/state/action.ts';
import { audit } from '../../../store/audit.ts';
import type { AuditAction, Job, Purchase, Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { request } from '../../../store/takeover/request.ts';
import { day, minute } from '../../world/clock.ts';
import { target } from '../../world/takeovers.ts';
import { asking, became, longName, of, speak, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';
import { approved, begun, bought, turns } from '../takeovers.ts';

export const scenesOfPilot: readonly Scene[] = [
  { play: asked },
  { play: paused, world: () => bought() },
  ...languageCodes.map((language): Scene => ({ play: (stage) => told(stage, language) })),
];

const alex = { id: 'a', name: 'Alex Wilber' };

async function begin({ world }: Stage): Promise<string> {
  const value = new Date(world.clock.now().getTime() - minute).toISOString();
  await world.purser.store.transact((tx) => tx.put('marks', { id: 'read-only', value }));
  return value;
}

async function asked(stage: Stage): Promise<void> {
  const { alex: admin, adele } = stage.world.people;
  await begin(stage);
  await stage.ask('hello, read-only pilot', adele, { en: 'hello', fr: 'bonjour' });
  await stage.ask('status, read-only pilot', admin, { en: 'status', fr: 'état' });
  await stage.ask('block, read-only pilot', admin, {
    en: 'block visio plan 1 because we own it',
    fr: 'bloquer visio plan 1 parce que nous l’avons',
  });
  await stage.ask('apply, read-only pilot', admin, { en: 'apply CH-1', fr: 'appliquer CH-1' });
  await stage.ask('assign, read-only pilot', admin, {
    en: 'assign project plan 3 to megan',
    fr: 'attribuer project plan 3 à megan',
  });
  await record(stage, 'read-only', { before: null, after: stage.world.clock.now().toISOString() });
  await stage.ask('audit of a read-only pilot', admin, 'audit');
}

/** Takeovers that were under way wait, and say so. */
async function paused(stage: Stage): Promise<void> {
  const { alex: admin, megan } = stage.world.people;
  await begun(stage);
  await begin(stage);
  const question = { en: 'can I approve TK-1?', fr: 'est-ce que je peux approuver TK-1 ?' };
  await stage.ask('approve, asked about in a read-only pilot', megan, question);
  const shows = (what: string): Promise<void> =>
    stage.ask(`takeover in a read-only pilot, ${what}`, admin, { en: 'approval TK-1', fr: 'approbation TK-1' });
  await shows('to decide on');
  await stage.ask('takeovers in a read-only pilot', admin, { en: 'approvals', fr: 'approbations' });
  await turns(stage, { move: 'approve', to: 'approved' }, approved(stage));
  await shows('approved');
  await turns(stage, { move: 'wait', to: 'waiting' });
  await shows('waiting for its end');
}

function record(
  { world }: Stage,
  action: AuditAction,
  change: { before: string | null; after: string },
): Promise<void> {
  const about = { purchase: null, product: 'Visio Plan 1', purchaser: null, why: null };
  const at = world.clock.now().toISOString();
  return world.purser.store.transact((tx) => audit(tx, { at, actor: alex, action, ...about, ...change }));
}

async function told(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex: admin } = world.people;
  const { store, jobs, watch, outbox } = world.purser;
  await jobs.stop();
  await watch.stop();
  await speak(language, admin);
  const from = await begin(stage);
  const shows = async (name: string, until: string | null): Promise<void> => {
    await write(stage, admin, { card: 'pilot', from, until });
    world.clock.advance(minute);
    await outbox.drain();
    stage.take(name, language, admin.chat.last, [longName]);
  };
  const later = (): string => new Date(world.clock.now().getTime() + day).toISOString();
  const all = [...store.all('purchases')];
  await store.transact((tx) => {
    for (const { id } of all) tx.delete('purchases', id);
  });
  await shows('pilot: a month in which nothing was', later());
  await shows('pilot: it begins', null);
  for (const many of [1, 2]) {
    await store.transact((tx) => {
      for (const purchase of all.slice(0, many === 1 ? 1 : all.length)) {
        const decided = { kind: 'self-service', status: 'Enabled', decision: null, absent: null } as const;
        tx.put('purchases', { ...purchase, ...decided });
      }
    });
    await withheld(stage, many);
    await shows(`pilot: a month, ${many === 1 ? 'one of each' : 'several of each'}`, later());
    await shows(`pilot: it begins, ${many === 1 ? 'one thing waits' : 'several things wait'}`, null);
  }
  const last = admin.chat.last;
  await store.transact((tx) => tx.delete('marks', 'read-only'));
  const said = [...store.all('notices')].findLast(({ saying }) => saying.card === 'pilot');
  if (said) await became(stage, said.id, { revision: 2, dueAt: world.clock.now().toISOString() });
  await outbox.drain();
  stage.take('pilot: it is over', language, last);
}

/** Written as it is, so that nobody is told of it. */
function underWay(tx: Transaction, purchase: Purchase, { id, now }: { id: string; now: Date }): Takeover {
  return request(
    {
      ...{ id, requester: alex, why: 'We own Visio', findings: [], needed: 1, decideBy: now, remindAt: null },
      action: {
        ...{ purchase: boughtOf(purchase, tx), act: { kind: 'move', to: target }, ending: 'guided' },
        holders: { known: 'picked', ids: [] },
      },
    },
    now,
  );
}

/** One of each, or one more. */
async function withheld(stage: Stage, nth: number): Promise<void> {
  const { world } = stage;
  const { store } = world.purser;
  await record(stage, 'withheld', { before: null, after: `apply CH-${nth}` });
  await record(stage, 'rule-found', { before: 'Enabled', after: 'Disabled' });
  const at = world.clock.now().toISOString();
  const rule = [...store.all('rules')].filter(({ surface }) => surface === 'product')[nth - 1];
  const step = { key: 'a', state: 'todo', tries: 0, at, why: null } as const;
  await store.transact((tx) => {
    const [purchase] = tx.all('purchases');
    if (purchase) tx.put('takeovers', underWay(tx, purchase, { id: `TK-${nth}`, now: world.clock.now() }));
    if (rule) {
      const value = rule.value === 'Disabled' ? 'Enabled' : 'Disabled';
      tx.put('wishes', { id: rule.id, value, by: alex, at, until: null, otherwise: null, why: null });
    }
    const job: Job = {
      id: `J-${nth}`,
      work: { kind: 'change', change: 'CH-1' },
      createdAt: at,
      dueAt: at,
      steps: [step],
    };
    tx.put('jobs', job);
  });
  const notice = await write(stage, world.people.adele, asking(of(stage, world.people.adele)), [], 0);
  await became(stage, notice, { rung: 'mail' });
}
