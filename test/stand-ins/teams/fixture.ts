/** A stand-in with a small bot and two people, fresh for every test of the suites that try it. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Clock } from '../../../bot/clock.ts';
import { botToken, startEcho } from './echo.ts';
import type { Person } from './person.ts';
import { type Activity, startTeams, type Teams } from './teams.ts';

export const appId = '11111111-2222-4333-8444-555555555555';
export const tenantId = '77777777-0000-4000-8000-000000000000';
export const time = { now: Date.parse('2026-11-20T10:00:00Z') };
const clock: Clock = {
  now: () => new Date(time.now),
  wait: async (ms) => {
    time.now += ms;
  },
};

export let teams: Teams;
export let bot: Awaited<ReturnType<typeof startEcho>>;
export let adele: Person;
export let alex: Person;

/** Called inside a `describe`: at the top of a file these would run for every other suite too. */
export function useTeams(): void {
  beforeEach(async () => {
    const verifyBotToken = (token: string) => assert.equal(token, botToken);
    teams = await startTeams({ clock, tenantId, bot: { appId }, verifyBotToken, anyCalls: true });
    bot = await startEcho(appId, teams.env);
    teams.bot.url = bot.url;
    adele = teams.person({ id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Adele Vance', installed: true });
    alex = teams.person({ id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Alex Wilber', installed: true });
  });

  afterEach(async () => {
    await bot.close();
    await teams.close();
    mock.restoreAll();
  });
}

/** As the bot would, but without botbuilder. */
export const post = (path: string, body: unknown, token: string | null = botToken) =>
  fetch(`${teams.serviceUrl}v3/conversations${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
export const into = (person: Person) => `/${person.chat.id}/activities`;
export const hello: Activity = { type: 'message', text: 'hello' };

export async function codeOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}

/** A card of ours as the whole of a message. */
export const carrying = (content: unknown): Activity => ({
  type: 'message',
  summary: 'a card',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
