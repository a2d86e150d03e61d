/** What people say and press, as activities that can be delivered whenever, and as often as, a test wants. */
import type { Activity, Answer, Person, Teams } from '../stand-ins/teams/teams.ts';

/** Who says what; the same `id` is the same thing said. */
export type Said = { id: string; by: string } & ({ text: string } | { verb: string; data: Record<string, string> });

export function activityOf(teams: Teams, person: Person, said: Said): Activity {
  const base = {
    id: said.id,
    timestamp: new Date(0).toISOString(),
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: person.account,
    recipient: { id: `28:${teams.bot.appId}`, name: teams.bot.name },
    conversation: { conversationType: 'personal', tenantId: teams.tenantId, id: person.chat.id },
    channelData: { tenant: { id: teams.tenantId } },
    locale: person.locale,
  };
  if ('text' in said) return { ...base, type: 'message', text: said.text, textFormat: 'plain' };
  const action = { type: 'Action.Execute', verb: said.verb, data: said.data };
  return { ...base, type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

/** What a press was answered with; undefined where Teams would show "Something went wrong". */
export function shown({ status, body }: Answer): { card: object } | { words: string } | undefined {
  const { statusCode, type, value } = (body ?? {}) as { statusCode?: number; type?: string; value?: unknown };
  if (status !== 200 || statusCode !== 200) return undefined;
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { words: value };
  if (type === 'application/vnd.microsoft.card.adaptive') return { card: value as object };
  return undefined;
}
