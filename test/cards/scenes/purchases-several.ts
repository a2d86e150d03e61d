/** Several purchases at once: what would be done to each, what was, and what can't be; and what is given back. */
import type { LanguageCode } from '../../../bot/language/codes.ts';
import { languageCodes } from '../../../bot/language/codes.ts';
import type { Purchase } from '../../../store/records.ts';
import { people } from '../../stand-ins/tenant/index.ts';
import { live, speak, write } from '../notices.ts';
import type { Scene, Stage, Words } from '../stage.ts';

export const scenesOfSeveral: readonly Scene[] = [
  { play: several },
  { play: choosing },
  ...languageCodes.map((language): Scene => ({ play: (stage) => released(stage, language) })),
];

type Name = Readonly<Record<LanguageCode, string>>;
const names = {
  take: { en: 'take', fr: 'je m’en occupe' },
  ask: { en: 'ask', fr: 'contacter' },
  classify: { en: 'classify', fr: 'classer' },
  release: { en: 'release', fr: 'libérer' },
} as const;

const words = (name: Name, rest: string, more: Name = { en: '', fr: '' }): Words => ({
  en: `${name.en} ${rest} ${more.en}`.trim(),
  fr: `${name.fr} ${rest} ${more.fr}`.trim(),
});
const confirm = { en: 'confirm', fr: 'confirmer' };
const central = { en: 'central', fr: 'central' };
const own = { en: 'self-service', fr: 'libre-service' };

/** As a purchase is before anything is decided, and as it must be for each of the commands. */
const ready: Record<keyof typeof names, Partial<Purchase>> = {
  take: { decision: null },
  ask: { decision: null, sure: 'confirmed' },
  classify: { decision: null, sure: 'probable', settled: null },
  release: { decision: { kind: 'in-hand', by: people.alex, name: 'Alex Wilber', until: '2026-11-24T09:15:00.000Z' } },
};

async function several(stage: Stage): Promise<void> {
  const { people: who, purser } = stage.world;
  const { alex } = who;
  const all = [...purser.store.all('purchases')];
  const theirs = all.filter((each) => each.kind === 'self-service' && live(each) && each.purchaser === people.adele);
  const [one, two] = theirs;
  const ended = all.find(({ status }) => status === 'Deleted')?.id ?? '';
  const bought = all.find(({ kind, status }) => kind === 'central' && status === 'Enabled')?.id ?? '';
  if (!one || !two) throw new Error('Adele bought too little');
  const become = (change: Partial<Purchase>) => () =>
    purser.store.transact((tx) => {
      for (const each of [one, two]) tx.put('purchases', { ...each, ...change });
    });
  for (const [name, each] of Object.entries(names)) {
    const deed = name as keyof typeof names;
    const kind = deed === 'classify' ? own : undefined;
    const asked = (rest: string, more: Name = { en: '', fr: '' }): Words =>
      words(each, rest, kind ? { en: `${kind.en} ${more.en}`, fr: `${kind.fr} ${more.fr}` } : more);
    const before = become(ready[deed]);
    for (const [which, ids] of [
      ['one', `${one.id} ${deed === 'classify' ? 'P-9998' : ended} P-9999`],
      ['two', `${one.id} ${two.id} ${bought}`],
    ] as const) {
      await stage.ask(`${name}, several, ${which} of them`, alex, asked(ids), { before });
      await stage.ask(`${name}, several, ${which} of them, confirmed`, alex, asked(ids, confirm), { before });
    }
    await stage.ask(`${name}, several, none of them`, alex, asked(`${deed === 'classify' ? 'P-9998' : ended} P-9999`), {
      before,
    });
    await stage.ask(
      `${name}, several, none of them, confirmed`,
      alex,
      asked(`${deed === 'classify' ? 'P-9998' : ended} P-9999`, confirm),
      { before },
    );
  }
  await stage.ask('take, several, own', alex, words(names.take, `${one.id} ${two.id}`), {
    before: become(ready.release),
  });
  await stage.ask('ask, several, not settled', alex, words(names.ask, `${one.id} ${two.id}`), {
    before: become(ready.classify),
  });
  await stage.ask('ask, several, one not settled', alex, words(names.ask, `${one.id} ${ended}`));
  await stage.ask('classify, several', alex, words(names.classify, `${one.id} ${two.id}`));
  await stage.ask('classify, several, so already', alex, words(names.classify, `${one.id} ${two.id}`, central), {
    before: become({ kind: 'central', sure: 'confirmed' }),
  });
  await stage.ask(
    'take, more than 25',
    alex,
    words(names.take, Array.from({ length: 26 }, (_, n) => `P-${n + 1}`).join(' ')),
  );
  await stage.ask('take, ids apart', alex, { en: 'take P-3 please P-5', fr: 'je m’en occupe P-3 vite P-5' });
  await stage.ask('release, of nothing', alex, names.release);
  const before = become(ready.take);
  await stage.ask('release, of what nobody has', alex, words(names.release, one.id), { before });
  await stage.ask('release', alex, words(names.release, one.id), { before: become(ready.release) });
  const asking = { kind: 'asked', by: people.alex, name: 'Alex Wilber', until: '2026-11-24T09:15:00.000Z' } as const;
  await stage.ask('release, of what was asked', alex, words(names.release, one.id), {
    before: become({ decision: asking }),
  });
}

async function choosing(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const show = (data: object): object => ({ verb: 'purchases', data: { ...data, pick: 'show' } });
  const one = stage.purchase(({ kind, status }) => kind === 'self-service' && status === 'Enabled');
  await stage.submit('classify, one that was ticked', alex, { verb: 'classify', data: { several: one } });
  await stage.submit('choose several', alex, show({ kind: 'self-service' }));
  await stage.submit('choose several, of none', alex, show({ status: 'Deleted' }));
}

async function released(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { isaiah } = world.people;
  await speak(language, isaiah);
  const purchase = stage.purchase(({ purchaser, status }) => purchaser === people.adele && status === 'Enabled');
  await write(stage, isaiah, { card: 'released', purchase, by: { id: people.alex, name: 'Alex Wilber' } });
  world.clock.advance(60_000);
  await world.purser.outbox.drain();
  stage.take('released, to whoever had it in hand', language, isaiah.chat.last);
}
