/** Whose app this is: its ids, its publisher's name and pages. All from the environment; what is absent gets a placeholder. */
import { z } from 'zod/v4';
import project from '../package.json' with { type: 'json' };

export interface Identity {
  /** The bot's id, which is the app's id too: a new package then updates the app instead of adding another. */
  botId: string;
  /** The Entra app that calls Graph; the bot's own unless `CLIENT_ID` names another. */
  clientId: string;
  version: string;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
}

export interface ReadIdentity {
  identity: Identity;
  /** Sentences: what is still a placeholder. */
  missing: string[];
  /** Sentences: what is set, but wrong. */
  problems: string[];
}

const guid = z.guid('is not an id of the form 00000000-0000-0000-0000-000000000000');
const page = z.url({ protocol: /^https$/, error: 'is not an https address' });
const version = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'is not a version of three numbers, like 1.2.0');

const shape = {
  MicrosoftAppId: guid,
  CLIENT_ID: guid,
  PACKAGE_VERSION: version,
  DEVELOPER_NAME: z.string().max(32, 'is longer than the 32 characters Teams allows'),
  WEBSITE_URL: page,
  PRIVACY_URL: page,
  TERMS_URL: page,
};
type Name = keyof typeof shape;

/** `.example` belongs to nobody, so a placeholder can't lead anyone astray. */
const placeholders = {
  MicrosoftAppId: '00000000-0000-0000-0000-000000000000',
  DEVELOPER_NAME: 'Your organisation',
  WEBSITE_URL: 'https://your-organisation.example/purser',
  PRIVACY_URL: 'https://your-organisation.example/purser/privacy',
  TERMS_URL: 'https://your-organisation.example/purser/terms',
} satisfies Partial<Record<Name, string>>;

const needed: Record<keyof typeof placeholders, string> = {
  MicrosoftAppId: 'the id of the bot registration; without it the app leads to no bot',
  DEVELOPER_NAME: 'who publishes the app, as people read it (32 characters)',
  WEBSITE_URL: 'the page where people get help with Purser',
  PRIVACY_URL: 'your page on what happens to people’s data',
  TERMS_URL: 'your page with the terms of use',
};

/** Reads the environment. A variable that is set but empty counts as not set, as in the bot's own configuration. */
export function readIdentity(environment: NodeJS.ProcessEnv): ReadIdentity {
  const problems: string[] = [];
  const read = (name: Name): string | undefined => {
    const value = environment[name]?.trim();
    if (!value) return undefined;
    const result = shape[name].safeParse(value);
    problems.push(...(result.error?.issues ?? []).map(({ message }) => `${name} ${message}: “${value}”`));
    return result.success ? value : undefined;
  };
  const found = Object.fromEntries((Object.keys(shape) as Name[]).map((name) => [name, read(name)])) as Given;
  const unset = (Object.keys(needed) as (keyof typeof needed)[]).filter((name) => !environment[name]?.trim());
  return { identity: identityOf(found), missing: unset.map((name) => `${name}: ${needed[name]}`), problems };
}

type Given = Record<Name, string | undefined>;

function identityOf(given: Given): Identity {
  const botId = given.MicrosoftAppId ?? placeholders.MicrosoftAppId;
  return {
    botId,
    clientId: given.CLIENT_ID ?? botId,
    version: given.PACKAGE_VERSION ?? project.version,
    developer: {
      name: given.DEVELOPER_NAME ?? placeholders.DEVELOPER_NAME,
      websiteUrl: given.WEBSITE_URL ?? placeholders.WEBSITE_URL,
      privacyUrl: given.PRIVACY_URL ?? placeholders.PRIVACY_URL,
      termsOfUseUrl: given.TERMS_URL ?? placeholders.TERMS_URL,
    },
  };
}
