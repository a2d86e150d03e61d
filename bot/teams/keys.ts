/**
 * The keys of the Bot Connector, by which the door knows its tokens. The SDK would fetch them wherever a redirect or the
 * metadata leads, also over plain HTTP, and whoever answers there could sign what Purser believes.
 */
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod/v4';
import { fetchDirectly, isConfidential } from '../http.ts';

const Metadata = z.object({ jwks_uri: z.string() });
const Keys = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
});
type Key = z.infer<typeof Keys>['keys'][number];

/** What the SDK checks a signature with. */
interface SigningKey {
  /** PEM */
  key: string;
  endorsements?: string[] | undefined;
}

const hourMs = 3_600_000;
/** As long as the SDK keeps them. */
const freshMs = 24 * hourMs;
/** A key that nobody knows is looked for no more often than this. */
const lookAgainMs = hourMs;
const deadlineMs = 10_000;
/** All keys together are some twenty kilobytes. */
const mostBytes = 1024 * 1024;

/** The keys could not be fetched, or not from where they may come: nobody can be let in. Its status is the SDK's for that. */
class KeysUnavailable extends Error {
  override name = 'KeysUnavailable';
  readonly statusCode = 500;
}

/** Keys of one metadata document, kept for a day. It stands in for the SDK's `OpenIdMetadata`. */
export class SigningKeys {
  readonly #url: string;
  #keys: readonly Key[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws KeysUnavailable */
  async getKey(id: string): Promise<SigningKey | null> {
    const known = this.#find(id);
    // A clock set back or ahead must neither freeze the keys nor fetch them all the time.
    const age = performance.now() - this.#readAt;
    if (age <= (known ? freshMs : lookAgainMs)) return known;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
    return this.#find(id);
  }

  #find(id: string): SigningKey | null {
    const found = this.#keys.find(({ kid }) => kid === id);
    if (found?.['kty'] !== 'RSA') return null;
    const key = createPublicKey({ key: found as JsonWebKey, format: 'jwk' });
    return { key: String(key.export({ type: 'spki', format: 'pem' })), endorsements: found.endorsements };
  }

  async #read(): Promise<void> {
    try {
      const { jwks_uri: address } = Metadata.parse(await json(this.#url));
      if (!isConfidential(address)) throw new Error('The metadata names an address without TLS for the keys');
      this.#keys = Keys.parse(await json(address)).keys;
      this.#readAt = performance.now();
    } catch (error) {
      throw new KeysUnavailable('The keys of the Bot Connector could not be fetched', { cause: error });
    }
  }
}

async function json(address: string): Promise<unknown> {
  const response = await fetchDirectly(address, { signal: AbortSignal.timeout(deadlineMs) }, mostBytes);
  if (!response.ok) throw new Error(`${new URL(address).host} answered ${response.status}`);
  return response.json();
}
