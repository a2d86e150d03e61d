/** Addresses at which a secret is shown, or whose answers are believed: nobody on the way may read or change what is said. */
import { isConfidential } from '../http.ts';
import type { Environment } from './environment.ts';

type Given = Record<string, string | undefined>;

interface Kind {
  why: string;
  /** Purser adds paths of its own, which must not end up behind a `?` or `#`. */
  base: boolean;
}

const api: Kind = { why: 'Purser shows its secrets there and believes the answers', base: true };
const document: Kind = { why: 'who signs the keys named there is let in', base: false };
const page: Kind = { why: 'people trust what they read there', base: false };

/** By the name of the setting. */
const kinds: Readonly<Record<string, Kind>> = {
  LOGIN_URL: api,
  GRAPH_URL: api,
  LICENSING_URL: api,
  BILLING_URL: api,
  ToChannelFromBotLoginUrl: api,
  OAuthUrl: api,
  OPENAI_BASE_URL: { why: 'Purser shows its key there, and what people wrote', base: true },
  EVENTS_URL: { why: 'what is sent there names people', base: false },
  PUBLIC_URL: { why: 'what it leads to is for one reader only', base: true },
  ToBotFromChannelOpenIdMetadataUrl: document,
  ToBotFromEmulatorOpenIdMetadataUrl: document,
  CONTACT_URL: page,
  EXPENSES_URL: page,
  VERIFY_URL: page,
  REQUESTS: page,
};

/** What must not be in an address, beside the one that `isConfidential` refuses. */
const unwanted: readonly { is(url: URL, kind: Kind): boolean; words: string }[] = [
  {
    is: (url) => url.username !== '' || url.password !== '',
    words: 'must be an address without user name and password',
  },
  {
    is: (url, { base }) => base && (url.search !== '' || url.hash !== '' || /[?#]$/.test(url.href)),
    words: 'must end before “?” and “#”: Purser adds paths of its own',
  },
];

/** @param given what can't be read as an address is left to whoever reads it */
export function problemsOfAddresses(given: Given): string[] {
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const value = given[name]?.trim();
    return value && /^https?:/i.test(value) && URL.canParse(value)
      ? wrongWith(value, kind).map((words) => `${name} ${words}`)
      : [];
  });
}

function wrongWith(value: string, kind: Kind): string[] {
  const secure = isConfidential(value)
    ? []
    : [`must be an https address: ${kind.why} (http reaches this machine only)`];
  const url = new URL(value);
  return [...secure, ...unwanted.filter(({ is }) => is(url, kind)).map(({ words }) => words)];
}

/** What of a further connector's address is not to be: told by its place, as the address may carry a password. */
export function wrongWithConnector(entry: string): string | undefined {
  if (!URL.canParse(entry) || !/^https?:$/.test(new URL(entry).protocol)) return 'is not an http(s) address';
  const [wrong] = wrongWith(entry, { why: 'the bot shows its token there', base: true });
  return wrong;
}

/** Paths that people copy along with an address. */
export function problemsOfPaths(env: Pick<Environment, 'LOGIN_URL' | 'GRAPH_URL' | 'LICENSING_URL'>): string[] {
  const versioned = (['GRAPH_URL', 'LICENSING_URL'] as const)
    .filter((name) => /\/(v\d+(\.\d+)?|beta)$/i.test(env[name]))
    .map((name) => `${name} must be the address without a version: Purser adds it`);
  const hasPath = URL.canParse(env.LOGIN_URL) && new URL(env.LOGIN_URL).pathname !== '/';
  return hasPath
    ? [
        'LOGIN_URL must be an address without a path, like https://login.microsoftonline.com: Purser adds the tenant',
        ...versioned,
      ]
    : versioned;
}
