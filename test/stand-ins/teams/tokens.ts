/** The keys of the stand-in and what it signs with them: the Bot Connector's tokens, and every forgery a bot must refuse. */
import { createPublicKey } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export type KeyName = 'msteams' | 'webchat' | 'stranger';
interface Key {
  kid: string;
  jwk: JWK;
  privateKey: CryptoKey;
}

/** Made once per process: three RSA keys for every stand-in would cost a test run more than anything else here. */
const keys = new Map<KeyName, Promise<Key>>();
const keyOf = (name: KeyName): Promise<Key> => {
  const made = keys.get(name) ?? makeKey(name);
  keys.set(name, made);
  return made;
};
async function makeKey(name: KeyName): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid: `key-${name}`, jwk: await exportJWK(publicKey), privateKey };
}

/** The key set of the channel: one key for Teams, one that is endorsed for another channel only. */
export async function keySet(): Promise<{ keys: unknown[] }> {
  const publish = async (name: KeyName, endorsements: string[]) => {
    const { kid, jwk } = await keyOf(name);
    return { ...jwk, kid, use: 'sig', alg: 'RS256', endorsements };
  };
  return { keys: [await publish('msteams', ['msteams', 'skype']), await publish('webchat', ['webchat'])] };
}

export interface TokenChanges {
  /** Laid over the usual claims; `undefined` leaves one out. */
  claims?: Record<string, unknown>;
  /** Whose signature (msteams). */
  key?: KeyName;
  /** Says another key than the one it is signed with. */
  kid?: string;
  /** `HS256` signs with the text of the public key, `none` not at all. */
  alg?: 'RS256' | 'HS256' | 'none';
}

export const channelIssuer = 'https://api.botframework.com';

/** Bot builder compares with the machine's time whatever the clock of the test says, so real time it is. */
export async function signToken(appId: string, serviceUrl: string, changes: TokenChanges = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = { serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600, iss: channelIssuer, aud: appId };
  // Through JSON, so that a claim that was set to undefined is gone.
  const claims = JSON.parse(JSON.stringify({ ...usual, ...changes.claims })) as Record<string, unknown>;
  const key = await keyOf(changes.key ?? 'msteams');
  const header = { alg: changes.alg ?? 'RS256', kid: changes.kid ?? key.kid, typ: 'JWT' };
  if (changes.alg === 'none') return `${part(header)}.${part(claims)}.`;
  const token = new SignJWT(claims).setProtectedHeader(header);
  if (changes.alg !== 'HS256') return token.sign(key.privateKey);
  const pem = createPublicKey({ key: { ...key.jwk }, format: 'jwk' }).export({ type: 'pkcs1', format: 'pem' });
  return token.sign(new TextEncoder().encode(String(pem)));
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface Forgery {
  name: string;
  /** The header to send; null for none. */
  authorization: string | null;
}

/** Made when they are sent: what is not valid yet would be valid an hour later. */
const bent = (now: number): Record<string, TokenChanges> => ({
  'a token for another bot': { claims: { aud: '99999999-0000-4000-8000-000000000000' } },
  'a token for no bot': { claims: { aud: undefined } },
  'another issuer': { claims: { iss: 'https://sts.example.com/' } },
  'the issuer of the emulator': {
    claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' },
  },
  'no issuer': { claims: { iss: undefined } },
  expired: { claims: { exp: now - 600 } },
  'not valid yet': { claims: { nbf: now + 3600 } },
  'a foreign service URL': { claims: { serviceurl: 'https://smba.example.com/teams/' } },
  'no service URL in the token': { claims: { serviceurl: undefined } },
  'a key nobody published': { key: 'stranger' },
  "a stranger's signature under the name of a known key": { key: 'stranger', kid: 'key-msteams' },
  'a key endorsed for another channel': { key: 'webchat' },
  'HS256 with the public key as the secret': { alg: 'HS256' },
  'alg none': { alg: 'none' },
});

/** Everything a bot must answer with 401 to, whatever else it says. */
export async function forgeries(appId: string, serviceUrl: string): Promise<Forgery[]> {
  const good = await signToken(appId, serviceUrl);
  const [header = '', claims = '', signature = ''] = good.split('.');
  // Good in every respect but the signature.
  const longer = Buffer.from(claims, 'base64url').toString().replace('"nbf"', '"jti":"1","nbf"');
  const list: Forgery[] = [
    { name: 'no header', authorization: null },
    { name: 'an empty header', authorization: '' },
    { name: 'Bearer without a token', authorization: 'Bearer' },
    { name: 'no token at all', authorization: 'Bearer nonsense' },
    { name: 'Basic', authorization: `Basic ${Buffer.from('user:password').toString('base64')}` },
    { name: 'the token without its signature', authorization: `Bearer ${header}.${claims}.` },
    {
      name: 'claims changed after signing',
      authorization: `Bearer ${header}.${Buffer.from(longer).toString('base64url')}.${signature}`,
    },
  ];
  for (const [name, changes] of Object.entries(bent(Math.floor(Date.now() / 1000))))
    list.push({ name, authorization: `Bearer ${await signToken(appId, serviceUrl, changes)}` });
  return list;
}
