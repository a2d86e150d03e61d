/**
 * `npm run cards [ROOM …]` writes `out/cards.html`: every card of these rooms, or of all, in every state as Microsoft's renderer
 * draws it, English beside French, as wide as in a chat and as narrow as on a phone, light and dark. One file that needs no
 * network.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { languageCodes } from '../../bot/language/codes.ts';
import { hostConfig } from './host-configs.ts';
import { lint, sizeOf } from './lint.ts';
import { hosts } from './pages.ts';
import { type Room, roomNames, rooms } from './rooms.ts';
import { played, type State } from './stage.ts';

const out = new URL('../../out/', import.meta.url);

const asked = roomNames.filter((room: Room) => process.argv.includes(room));
const shownRooms = asked.length > 0 ? asked : roomNames;
const all = await played(shownRooms.flatMap((room) => rooms[room]));
const names = [...new Set(all.map(({ name }) => name))];
const bundle = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const page = fill(readFileSync(new URL('./gallery.html', import.meta.url), 'utf8'), {
  '/*renderer*/': readFileSync(bundle, 'utf8').replaceAll('</script', '<\\/script'),
  '/*card*/': readFileSync(new URL('./card.css', import.meta.url), 'utf8'),
  '["hosts"]': JSON.stringify({ light: hostConfig('light'), dark: hostConfig('dark') }),
  '["cards"]': JSON.stringify(names.map(shown)).replaceAll('<', '\\u003c'),
});
mkdirSync(out, { recursive: true });
const file = new URL('cards.html', out);
writeFileSync(file, page);
process.stdout.write(`${names.length} states, ${all.length} cards: ${fileURLToPath(file)}\n`);

function shown(name: string): object {
  const cards = languageCodes.flatMap((language) =>
    all.filter((each) => each.name === name && each.language === language),
  );
  return { name, cards: cards.map(oneCard) };
}

function oneCard({ language, card, untrusted }: State): object {
  const { content, summary } = card;
  return { language, summary, content, bytes: sizeOf(card).utf8, complaints: lint(card, { untrusted, hosts }) };
}

/** By a function, because the parts are full of dollars. */
function fill(template: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [place, part]) => text.replace(place, () => part), template);
}
