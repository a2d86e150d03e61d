/** Whether Microsoft's hosts can be reached from here, and how far the clock is from theirs. Nothing secret is shown to them. */
import { z } from 'zod/v4';
import type { Config } from '../config/config.ts';
import { fetchDirectly, RedirectNotFollowed } from '../http.ts';
import { type Finding, finding, type Gap } from './gaps.ts';

const deadlineMs = 8_000;
/** What Entra allows a signed assertion, and Purser the tokens of Teams. */
const mostSkewMs = 5 * 60_000;

/** Who is asked, by the word the screen has for them. */
export type Host = 'login' | 'graph' | 'licensing' | 'keys' | 'teams';

export interface Heard {
  host: Host;
  address: string;
  /** Undefined where no answer came. */
  answer?: { status: number; date: number; at: number; body: unknown };
  failure?: { kind: 'unreachable' | 'untrusted' | 'redirected'; code: string };
}

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

/** The address of each host: a route that Purser asks anyway, without a token, so that it is refused. */
function addresses({ microsoft, bot, dev }: Config): [Host, string][] {
  const all: [Host, string][] = [
    ['login', `${microsoft.identity.authority}/v2.0/.well-known/openid-configuration`],
    ['graph', `${microsoft.graphUrl}/v1.0/subscribedSkus?$select=skuId`],
    ['licensing', `${microsoft.licensingUrl}/v1.0/policies/AllowSelfServicePurchase`],
    ['keys', bot.framework.ToBotFromChannelOpenIdMetadataUrl],
    ['teams', bot.serviceUrl],
  ];
  return dev ? all.filter(([host]) => host !== 'keys' && host !== 'teams') : all;
}

export function hear(config: Config): Promise<Heard[]> {
  return Promise.all(addresses(config).map(([host, address]) => hearOne(host, address)));
}

async function hearOne(host: Host, address: string): Promise<Heard> {
  try {
    const response = await fetchDirectly(address, { signal: AbortSignal.timeout(deadlineMs) }, 1024 * 1024);
    const at = Date.now();
    const date = Date.parse(response.headers.get('date') ?? '');
    const body: unknown = await response.json().catch(() => undefined);
    return { host, address, answer: { status: response.status, date, at, body } };
  } catch (error) {
    return { host, address, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): NonNullable<Heard['failure']> {
  if (error instanceof RedirectNotFollowed) return { kind: 'redirected', code: error.message };
  const { cause, name } = error as { cause?: { code?: unknown }; name: string };
  const code = name === 'TimeoutError' ? `no answer in ${deadlineMs / 1000} s` : String(cause?.code ?? name);
  return { kind: untrusted.test(code) ? 'untrusted' : 'unreachable', code };
}

/** The licensing API is for the rules alone, which are told of where they are read. */
export function network(heard: readonly Heard[], hasProxy: boolean): Finding {
  const proxy = hasProxy ? 'set' : '';
  const hosts = heard.map(({ address }) => hostOf(address)).join(', ');
  const code = codeOfAll(heard);
  if (code !== undefined)
    return finding(
      'network',
      [{ name: 'unreachable', of: 'all', needed: true, about: { host: 'all', name: hosts, code, proxy } }],
      {},
    );
  const gaps = heard.flatMap(({ host, address, failure }): Gap[] => {
    if (!failure) return [];
    const about = { host, name: hostOf(address), code: failure.code, proxy };
    return [{ name: failure.kind, of: host, needed: true, about }];
  });
  return finding('network', gaps, { hosts });
}

/** Where nothing at all is reached that has one cause, here and not at any of them. */
function codeOfAll(heard: readonly Heard[]): string | undefined {
  const codes = new Set(heard.map(({ failure }) => (failure?.kind === 'unreachable' ? failure.code : undefined)));
  return heard.length > 1 && codes.size === 1 ? [...codes][0] : undefined;
}

function hostOf(address: string): string {
  return new URL(address).host;
}

/** Against the first that says what time it is there. Undefined where nobody does. */
export function clockFinding(heard: readonly Heard[]): Finding | undefined {
  const answer = heard.map((each) => each.answer).find((each) => each && Number.isFinite(each.date));
  if (!answer) return undefined;
  const ahead = answer.at - answer.date;
  const off = Math.abs(ahead);
  const about = {
    seconds: String(Math.round(off / 1000)),
    minutes: String(Math.round(off / 60_000)),
    way: ahead > 0 ? 'ahead' : 'behind',
    here: new Date(answer.at).toISOString().slice(0, 16),
    there: new Date(answer.date).toISOString().slice(0, 16),
  };
  return finding('clock', off > mostSkewMs ? [{ name: 'clock', needed: true, about }] : [], about);
}

const Refusal = z.object({ error_codes: z.array(z.number()).min(1) });

/** Entra's own number where it knows no such tenant; undefined where it does. */
export function tenantRefused(heard: readonly Heard[]): string | undefined {
  const answer = heard.find(({ host }) => host === 'login')?.answer;
  if (!answer || answer.status < 400 || answer.status >= 500) return undefined;
  const refusal = Refusal.safeParse(answer.body).data;
  return refusal ? `AADSTS${refusal.error_codes[0]}` : String(answer.status);
}
