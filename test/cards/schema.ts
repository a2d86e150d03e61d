/** What Adaptive Cards 1.5 know: asked of Microsoft's own renderer, which says less than it knows when it reads a card. */
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { asOlderClient, isAdded, isOfTeams } from './teams-elements.ts';
import { isHolder, type Node, type Place } from './walk.ts';

// The package's main file can't be loaded in Node; its bundle can, and needs no browser as long as nothing is drawn.
const renderer: typeof AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
const { AdaptiveCard, GlobalRegistry, SerializationContext, Versions, ValidationPhase } = renderer;

/** What Teams shows. */
const latest = Versions.v1_5;

/** Those the registry has no name for. */
const parts: Readonly<Record<string, () => AdaptiveCards.SerializableObject>> = {
  AdaptiveCard: () => new AdaptiveCard(),
  Column: () => new renderer.Column(),
  Choice: () => new renderer.Choice(),
  Fact: () => new renderer.Fact(),
};

/** What the renderer says of a card: unknown types, values that are not allowed, inputs without an id. */
export function parserComplaints(content: Node): string[] {
  const card = new AdaptiveCard();
  // As many as Teams shows; the renderer's own default is five.
  card.hostConfig = new renderer.HostConfig({ actions: { maxActions: 6 } });
  const context = new SerializationContext(latest);
  card.parse(asOlderClient(content), context);
  const found: string[] = [];
  for (let at = 0; at < context.eventCount; at++) {
    const { phase, message, source } = context.getEventAt(at);
    const where = source instanceof renderer.CardObject ? `${source.getJsonTypeName()}: ` : '';
    if (phase === ValidationPhase.Parse) found.push(`${where}${message}`);
  }
  return [...found, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}

function create(type: string): { made: AdaptiveCards.SerializableObject; since: AdaptiveCards.Version } | undefined {
  const part = parts[type];
  if (part) return { made: part(), since: Versions.v1_0 };
  const entry = GlobalRegistry.elements.findByName(type) ?? GlobalRegistry.actions.findByName(type);
  return entry && { made: new entry.objectType(), since: entry.schemaVersion };
}

/** Properties of a type up to 1.5; undefined for a type that 1.5 doesn't have. */
const known = new Map<string, ReadonlySet<string> | undefined>();

function propertiesOf(type: string): ReadonlySet<string> | undefined {
  if (!known.has(type)) known.set(type, readProperties(type));
  return known.get(type);
}

function readProperties(type: string): ReadonlySet<string> | undefined {
  const found = create(type);
  if (!found || found.since.compareTo(latest) > 0) return undefined;
  const schema = found.made.getSchema();
  const names = new Set<string>();
  for (let at = 0; at < schema.getCount(); at++) {
    const { name, targetVersion } = schema.getItemAt(at);
    if (targetVersion.compareTo(latest) <= 0) names.add(name);
  }
  return names;
}

/** The parser skips a property it doesn't know without a word, so this looks for them. */
export function unknownIn({ node, type }: Place): string[] {
  if (isOfTeams(type)) return [];
  const properties = propertiesOf(type);
  if (!properties) return [`${type} is nothing that Adaptive Cards 1.5 know`];
  return Object.keys(node)
    .filter((name) => !properties.has(name) && !isHolder(name) && !isAdded(type, name))
    .map((name) => `${type} has no property ${name} in Adaptive Cards 1.5`);
}
