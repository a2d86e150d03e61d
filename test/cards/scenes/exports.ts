/** Files to take away. */
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
  await stage.ask('refused, export of nothing', alex, {
    en: 'export purchases zeppelin',
    fr: 'exporter achats zeppelin',
  });
  await stage.ask('refused, export of central licences', alex, {
    en: 'export licences central',
    fr: 'exporter licences central',
  });
}

async function withoutAddress(stage: Stage): Promise<void> {
  await stage.ask('refused, export without an address', stage.world.people.alex, {
    en: 'export purchases',
    fr: 'exporter achats',
  });
}
