/** What is done to every card before it leaves: buttons that open a browser say where they lead, a read-only pilot says what it is. */
import { type Card, leavesTeams } from '../../cards/card.ts';
import type { Language, Translate } from '../language/index.ts';
import type { Dependencies } from './dependencies.ts';
import { withReadOnly } from './read-only.ts';

interface About {
  dependencies: Pick<Dependencies, 'store' | 'changes'>;
  language: Language;
}

export function finished(card: Card, about: About): Card {
  const content = withTooltips(card.content, about.language.t) as Card['content'];
  return withReadOnly({ ...card, content }, about);
}

function withTooltips(node: unknown, t: Translate): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((each) => withTooltips(each, t));
  const { type, url } = node as { type?: unknown; url?: unknown };
  if (type === 'Action.OpenUrl' && typeof url === 'string')
    return leavesTeams(url) ? { ...node, tooltip: t('link.outside', { where: whereTo(url, t) }) } : node;
  return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, withTooltips(each, t)]));
}

/** As people call these places. */
const places = {
  'admin.microsoft.com': 'adminCentre',
  // Microsoft's own short addresses: all that Purser uses lead there.
  'go.microsoft.com': 'adminCentre',
  'entra.microsoft.com': 'entra',
  'admin.powerplatform.microsoft.com': 'powerPlatform',
  'learn.microsoft.com': 'learn',
  'support.microsoft.com': 'support',
} as const;

function whereTo(url: string, t: Translate): string {
  const { hostname } = new URL(url);
  const place = Object.entries(places).find(([host]) => host === hostname)?.[1];
  return place ? t(`link.place.${place}`) : hostname;
}
