/** What is due when, as a file for a calendar (RFC 5545). */
import assert from 'node:assert/strict';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';
import { linkOf } from './exported.ts';

describe('an export of the calendar', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const { says, settles } = actsIn(() => world);

  /** Each entry as its properties, with folded lines put together. */
  const entries = async (text: string): Promise<Record<string, string>[]> => {
    world.clock.advance(day);
    const answer = await fetch(await linkOf(world.people.alex, text));
    assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
    const file = await answer.text();
    const lines = file.split('\r\n');
    assert.ok(
      lines.every((line) => Buffer.byteLength(line) <= 75),
      'longer lines are folded',
    );
    assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR/);
    const events = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
    const whole = events.map((event) => event.replace(/BEGIN:VALARM[\s\S]*/, ''));
    return whole.map((event) =>
      Object.fromEntries(event.split('\r\n').map((line) => /^([^:;]+)[^:]*:(.*)$/.exec(line)?.slice(1) ?? [line, ''])),
    );
  };
  const titles = (all: readonly Record<string, string>[]) => all.map(({ SUMMARY }) => SUMMARY);

  it('holds each renewal and end of a trial that is to come, on its day, once, and nothing that is free', async () => {
    const { store } = world.purser;
    const all = await entries('export calendar');
    const days = all.map((each) => each['DTSTART']);
    assert.deepEqual(days, [...days].sort());
    assert.equal(new Set(all.map(({ UID }) => UID)).size, all.length);
    const adele = all.find(({ SUMMARY }) => /Project Plan 3 of Adele Vance/.test(SUMMARY ?? ''));
    assert.equal(adele?.['DTSTART'], '20261122');
    assert.equal(adele?.['TRANSP'], 'TRANSPARENT');
    assert.match(adele?.['DESCRIPTION'] ?? '', /Licences: 10\\nMicrosoft gives the date\\, but not whether/);
    assert.ok(titles(all).some((title) => /^Trial of /.test(title ?? '')));
    assert.ok(
      days.every((each) => (each ?? '') >= '20261118'),
      'nothing that has passed',
    );
    const listed = [...store.all('purchases')].filter(({ nextAt }) => nextAt !== null).length;
    assert.ok(all.length < listed, 'free and past ones are left out');
  });

  it('holds the review of what is kept in place of its renewal, and the last day to decide', async () => {
    const { alex, adele } = world.people;
    const [one] = [...world.purser.store.all('purchases')].filter(
      ({ skuPart, purchaser }) => skuPart === 'PROJECT_PLAN3_DEPT' && purchaser === adele.id,
    );
    assert.ok(one);
    await says(alex, `keep ${one.id} until 2027-01-15 because the retail team plans with it`);
    const lidia = world.tenant.company.users.get(world.people.lidia.id);
    lidia?.licences.splice(0);
    await says(world.people.lidia, 'request "visio plan 2" because I draw');
    await settles();
    const all = await entries('export calendar');
    const about = titles(all).filter((title) => /Project Plan 3 of Adele Vance/.test(title ?? ''));
    assert.deepEqual(about, ['Review: is Project Plan 3 of Adele Vance still to be kept?']);
    assert.ok(all.some((each) => each['SUMMARY'] === 'LR-1: last day to decide'));
    const narrowed = await entries('export calendar by:adele');
    assert.ok(narrowed.length > 0 && titles(narrowed).every((title) => /Adele Vance/.test(title ?? '')));
  });

  it('says so where nothing is due, and is for those who see all purchases', async () => {
    assert.match(await says(world.people.alex, 'export calendar zeppelin'), /nothing to export/);
    assert.match(await says(world.people.adele, 'exporter calendrier', 'fr-FR'), /réservé|Seul/);
  });
});
