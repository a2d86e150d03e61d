/** The journal, empty and full, and what verifying it finds. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { audit } from '../../../store/audit.ts';
import { auditActions, type Entry } from '../../../store/records.ts';
import { pending } from '../../store/takeover-scene.ts';
import { speak, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfJournal: readonly Scene[] = [
  { play: journal },
  { play: differing },
  ...languageCodes.map(
    (language): Scene => ({
      play: (stage) => unordered(stage, language),
      world: () => ({ environment: { LANGUAGE: language } }),
    }),
  ),
];

const words = (command: { en: string; fr: string }, rest: string) => ({
  en: `${command.en} ${rest}`,
  fr: `${command.fr} ${rest}`,
});

async function journal(stage: Stage): Promise<void> {
  const { people, purser, clock } = stage.world;
  const { store } = purser;
  const name = { en: 'audit', fr: 'journal' };
  const verify = { en: 'audit verify', fr: 'journal vérifier' };
  await stage.ask('audit, empty', people.patti, name);
  await stage.ask('audit, verified, empty', people.patti, verify);
  const [purchase] = store.all('purchases');
  await store.transact((tx) => audit(tx, { ...entry('taken'), at: clock.now().toISOString(), purchase: null }));
  await stage.ask('audit, verified, one', people.patti, verify);
  const at = clock.now().toISOString();
  await store.transact((tx) => {
    for (const action of auditActions) {
      audit(tx, { ...entry(action), at, purchase: purchase?.id ?? null });
      audit(tx, { ...entry(action), at, actor: null, before: null, purchase: null });
    }
  });
  await stage.ask('audit', people.patti, name, { wrote: ['${2+2} because', '[Click](https://evil.example)'] });
  await stage.ask('audit, last page', people.patti, words(name, 'page:2'), { wrote: ['${2+2} because'] });
  await stage.ask('audit, filtered', people.patti, words(name, 'by:nobody visio'), { wrote: ['nobody', 'visio'] });
  const filter = {
    en: 'action:taken since:2026-11-01 until:2026-11-30',
    fr: 'action:pris depuis:01/11/2026 jusqu’au:30/11/2026',
  };
  const filtered = { en: `${name.en} ${filter.en}`, fr: `${name.fr} ${filter.fr}` };
  await stage.ask('audit, filtered by action and days', people.patti, filtered, {
    wrote: ['${2+2} because', '[Click](https://evil.example)'],
  });
  const objected = { en: 'action:"Someone objects"', fr: 'action:"l’acheteur s’oppose"' };
  await stage.ask('audit, of who objects', people.patti, {
    en: `${name.en} ${objected.en}`,
    fr: `${name.fr} ${objected.fr}`,
  });
  await stage.ask('audit, past the end', people.patti, words(name, 'page:99'), {
    wrote: ['${2+2} because', '[Click](https://evil.example)'],
  });
  await stage.ask('audit, verified', people.patti, verify);
  const hash = (told: string | undefined) => ({ en: `${verify.en} ${told}`, fr: `${verify.fr} ${told}` });
  const kept = store.get('audit', 'A-3')?.hash;
  await stage.ask('audit, a hash found', people.patti, hash(kept));
  await stage.ask('audit, a hash that is not there', people.patti, hash('0'.repeat(64)));
  await stage.ask('audit, no hash', people.patti, hash('12ab'));
  const second = store.get('audit', 'A-2');
  if (second) await store.transact((tx) => tx.put('audit', { ...second, why: 'slipped in' }));
  await stage.ask('audit, broken', people.patti, verify);
  await stage.ask('audit, a hash after a break', people.patti, hash(kept));
}

function entry(action: Entry['action']): Omit<Entry, 'id' | 'previous' | 'hash' | 'at' | 'purchase'> {
  const values: Partial<Record<Entry['action'], [string | null, string]>> = {
    classified: ['probable self-service', 'confirmed central'],
    status: ['Enabled', 'PendingRenewal'],
    quantity: ['5', '8'],
    taken: ['Alex Wilber', 'Isaiah Langer, 2026-11-24T23:30:00.000Z'],
    exported: [null, 'purchases csv 3: visio'],
  };
  const [before, after] = values[action] ?? ['one', 'another'];
  const actor = { id: 'x', name: '[Click](https://evil.example)' };
  return { actor, action, product: 'Visio Plan 2', purchaser: 'Adele Vance', before, after, why: '${2+2} because' };
}

/** Records that somebody wrote by hand. */
async function differing(stage: Stage): Promise<void> {
  const { people, purser, clock } = stage.world;
  // Which would see to the takeover that nobody requested.
  await purser.watch.stop();
  const at = clock.now().toISOString();
  const by = { id: people.alex.id, name: 'Alex Wilber' };
  const takeover = pending();
  await purser.store.transact((tx) => {
    audit(tx, { ...entry('takeover-done'), at, purchase: null, before: null, after: 'TK-9 done', digest: 'x' });
    tx.put('takeovers', { ...takeover, approvals: [{ by, at, fingerprint: takeover.fingerprint }] });
    const work = { kind: 'licences', what: 'assign', sku: 'visio', product: 'Visio', by } as const;
    tx.put('jobs', { id: 'J-9', work, createdAt: at, dueAt: null, steps: [] });
  });
  await stage.ask('audit, records differ', people.patti, { en: 'audit verify', fr: 'journal vérifier' });
}

async function unordered(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex } = stage.world.people;
  await speak(language, alex);
  await alex.say('notify on alerts');
  await write(stage, alex, { card: 'unproven', what: 'TK-1' });
  await stage.world.purser.outbox.drain();
  stage.take('unproven', language, alex.inbox().at(-1));
}
