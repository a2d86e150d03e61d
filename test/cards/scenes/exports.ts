/** Files to take away. */
import { audit } from '../../../store/audit.ts';
import { publicUrl } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfExports: readonly Scene[] = [
  { play: files, world: () => ({ environment: publicUrl }) },
  { play: withoutAddress, world: () => ({ environment: { PUBLIC_URL: '' } }) },
];

async function files(stage: Stage): Promise<void> {
  const { alex, patti } = stage.world.people;
  await stage.ask('export', alex, { en: 'export', fr: 'exporter' });
  await stage.ask('export, purchases', alex, { en: 'export purchases', fr: 'exporter achats' });
  await stage.ask('export, purchases, JSON', patti, {
    en: 'export purchases visio json',
    fr: 'exporter achats visio json',
  });
  await stage.ask('export, licences', alex, { en: 'export licences', fr: 'exporter licences' });
  await stage.ask('export, journal', alex, { en: 'export audit', fr: 'exporter journal' });
  await stage.ask('export, calendar', alex, { en: 'export calendar', fr: 'exporter calendrier' });
  await object(stage);
  await stage.ask('export, journal with an objection, for a viewer', patti, {
    en: 'export audit',
    fr: 'exporter journal',
  });
  await stage.ask('refused, export of nothing', alex, {
    en: 'export purchases zeppelin',
    fr: 'exporter achats zeppelin',
  });
  await stage.ask('refused, export of central licences', alex, {
    en: 'export licences central',
    fr: 'exporter licences central',
  });
}

function object({ world: { purser, clock } }: Stage): Promise<void> {
  const actor = { id: 'x', name: 'Adele Vance' };
  const about = { purchase: null, product: 'Visio Plan 2', purchaser: 'Adele Vance', before: null, after: null };
  return purser.store.transact((tx) =>
    audit(tx, { ...about, at: clock.now().toISOString(), actor, action: 'objected', why: 'I need it' }),
  );
}

async function withoutAddress(stage: Stage): Promise<void> {
  await stage.ask('refused, export without an address', stage.world.people.alex, {
    en: 'export purchases',
    fr: 'exporter achats',
  });
}
