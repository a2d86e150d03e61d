/** Rules about what can be pressed: how much of it, where it leads, and whether the house understands it. */
import { isDeepStrictEqual } from 'node:util';
import { allCommands } from '../../bot/commands.ts';
import { allowedHosts } from '../../cards/card.ts';
import { around, isNode, listOf, type Node, type Place } from './walk.ts';

/** What Teams shows ("Designing Adaptive Cards", Teams documentation). */
export const mostActions = 6;
export const mostRows = 10;

const say = ({ path }: Place, what: string): string => `${path || 'card'}: ${what}`;

/** In one set, and on the whole card with everything unfolded; rows that are pressed as a whole don't count. */
export function tooManyActions(places: readonly Place[]): string[] {
  const sets = places.filter(({ node }) => Array.isArray(node['actions']));
  const all = places.filter(({ as }) => as === 'action').length;
  return [
    ...sets.flatMap((set) => {
      const { length } = listOf(set.node['actions']);
      return length > mostActions ? [say(set, `${length} actions stand together; Teams shows ${mostActions}`)] : [];
    }),
    ...(all > mostActions ? [`card: ${all} actions in all; a card has at most ${mostActions}`] : []),
  ];
}

/** A row is what is pressed as a whole, beside others of its kind. */
export function tooManyRows(places: readonly Place[]): string[] {
  const rows = new Map<Place, number>();
  for (const { as, parent } of places) {
    const list = parent?.parent;
    if (as === 'select' && list) rows.set(list, (rows.get(list) ?? 0) + 1);
  }
  return [...rows]
    .filter(([, count]) => count > mostRows)
    .map(([list, count]) => say(list, `${count} rows; a page has at most ${mostRows}`));
}

export function misplaced(place: Place): string[] {
  const { type, as, parent } = place;
  if (type !== 'Action.Execute') return [];
  const fine = as === 'select' || (as === 'action' && parent?.type === 'ActionSet');
  return fine ? [] : ['Action.Execute stands neither in an ActionSet nor in a selectAction'];
}

/** A button without words says nothing to anyone; a row says the same to a screen reader. */
export function untitled({ node, type }: Place): string[] {
  if (!type.startsWith('Action.')) return [];
  const { title } = node;
  return typeof title === 'string' && title.trim() !== '' ? [] : [`${type} has no title`];
}

export function fallbackOf({ node, type }: Place): string[] {
  if (type !== 'Action.Execute') return [];
  const { fallback, verb, data, title } = node;
  if (!isNode(fallback) || fallback['type'] !== 'Action.Submit')
    return ['Action.Execute has no Action.Submit to fall back on'];
  const same = isDeepStrictEqual(fallback['data'], { verb, data }) && fallback['title'] === title;
  const inputs = ['associatedInputs', 'style'].every((name) => fallback[name] === node[name]);
  return same && inputs
    ? []
    : ['the fallback is not the same button: title, verb, data, inputs and style must be equal'];
}

/** A pressed button is a typed command: its data must be the arguments of one, and so must every input that goes along. */
export function unknownCommand(place: Place, places: readonly Place[]): string[] {
  if (place.type !== 'Action.Execute') return [];
  const { verb, data = {} } = place.node;
  const command = allCommands.find(({ name }) => name === verb);
  if (!command) return [`no command is called ${String(verb)}`];
  const names = isNode(data) ? Object.keys(data) : [];
  const inputs = sendsInputs(place.node) ? inputsOf(places).map(({ node }) => String(node['id'])) : [];
  const stray = [...names, ...inputs].filter((name) => !(name in command.args.shape));
  if (stray.length > 0) return [`${command.name} takes no argument ${stray.join(', ')}`];
  const read = command.args.safeParse(data);
  return read.success ? [] : [`${command.name} can't read its data: ${read.error.issues[0]?.message}`];
}

function sendsInputs({ associatedInputs }: Node): boolean {
  return String(associatedInputs).toLowerCase() !== 'none';
}

function inputsOf(places: readonly Place[]): Place[] {
  return places.filter(({ type }) => type.startsWith('Input.'));
}

/** @param own hosts of pages the operator has set: they are not Microsoft's, and not anyone else's either */
export function strangeLink({ node, type }: Place, own: readonly string[]): string[] {
  if (type !== 'Action.OpenUrl') return [];
  const { url } = node;
  if (typeof url !== 'string' || !URL.canParse(url)) return [`${String(url)} is no address`];
  const { protocol, hostname } = new URL(url);
  const hosts: readonly string[] = [...allowedHosts, ...own];
  if (protocol !== 'https:') return [`${url} is not https`];
  return hosts.includes(hostname) ? [] : [`${hostname} is none of the hosts a card may link to`];
}

export function toggledNothing({ node, type }: Place, places: readonly Place[]): string[] {
  if (type !== 'Action.ToggleVisibility') return [];
  const targets = listOf(node['targetElements']).map((each) => (isNode(each) ? each['elementId'] : each));
  if (targets.length === 0) return ['it shows and hides nothing'];
  return targets
    .filter((id) => !places.some((place) => place.node['id'] === id && place.as !== 'fallback'))
    .map((id) => `nothing on the card is called ${String(id)}`);
}

/** What is hidden and can't be shown might as well not be there. */
export function lost(place: Place, places: readonly Place[]): string[] {
  const { node } = place;
  if (node['isVisible'] !== false) return [];
  const shown = places.some(({ type, node: action }) => {
    const targets = type === 'Action.ToggleVisibility' ? listOf(action['targetElements']) : [];
    return targets.some((each) => (isNode(each) ? each['elementId'] : each) === node['id']);
  });
  return shown ? [] : ['it is hidden, and nothing shows it'];
}

/** Two things under one id: an input would overwrite another, a toggle would miss one. */
export function sameId(places: readonly Place[]): string[] {
  const seen = new Map<unknown, Place>();
  return places.flatMap((place) => {
    const { id } = place.node;
    // A fallback takes the place of what it stands in.
    const counts = id !== undefined && ![place, ...around(place)].some(({ as }) => as === 'fallback');
    if (!counts) return [];
    const first = seen.get(id);
    seen.set(id, place);
    return first ? [say(place, `${String(id)} is already the id of ${first.path}`)] : [];
  });
}
