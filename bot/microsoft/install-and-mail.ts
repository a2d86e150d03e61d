/** Reaching people who have no chat with Purser: by giving them the app, or by e-mail. */
import { z } from 'zod/v4';
import { type Installed, type Mail, MicrosoftFailed } from './commerce.ts';
import { type Graph, graphAudience } from './graph.ts';
import { atMostOnce, type Patience } from './retry-policy.ts';

const Apps = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });

export interface TeamsApp {
  /** The id the app has in the organisation's catalogue; undefined if it is not published there. */
  find(patience?: Patience): Promise<string | undefined>;
  install(person: string): Promise<Installed>;
}

/** @param appId the id in the app's manifest, which the catalogue calls external (Graph, "List teamsApp") */
export function createTeamsApp(graph: Graph, appId: string): TeamsApp {
  const filter = encodeURIComponent(`externalId eq '${appId}'`);
  /** Kept while it works: an app that is published again gets another id. */
  let known: string | undefined;

  const find: TeamsApp['find'] = async (patience) => {
    // Without a bot's sign-in, as in the Playground, there is no app to look for.
    if (!appId) return undefined;
    const route = `/appCatalogs/teamsApps?$filter=${filter}&$select=id`;
    const { value } = await graph.get(route, Apps, patience && { patience });
    return value[0]?.id;
  };

  return {
    find,
    async install(person) {
      try {
        known ??= await find();
        if (known === undefined) return 'not-published';
        await graph.post(`/users/${encodeURIComponent(person)}/teamwork/installedApps`, {
          'teamsApp@odata.bind': `${graphAudience}/v1.0/appCatalogs/teamsApps/${known}`,
        });
        return 'installed';
      } catch (error) {
        const status = error instanceof MicrosoftFailed ? error.status : undefined;
        if (status === 409) return 'installed';
        if (status === 403) return 'not-allowed';
        if (status === 404) known = undefined;
        throw error;
      }
    },
  };
}

/** Microsoft's 202 means accepted, not delivered ("user: sendMail"). */
export async function sendMail(graph: Graph, from: string | undefined, { to, subject, text }: Mail): Promise<void> {
  if (from === undefined) throw new Error('There is no mailbox to send from: MAIL_FROM is not set.');
  const message = {
    subject,
    body: { contentType: 'Text', content: text },
    toRecipients: [{ emailAddress: { address: to } }],
  };
  const route = `/users/${encodeURIComponent(from)}/sendMail`;
  await graph.post(route, { message, saveToSentItems: false }, { patience: atMostOnce });
}
