/** A small client for the stand-in's own tests: gets its tokens by itself and waits for nothing. */

import { BY_HAND } from '../calls/noted.ts';
import type { Tenant } from './index.ts';
import { purserApp, tenantId } from './index.ts';
import { audiences } from './tokens.ts';

/** A JSON object, with the names the tests read. */
export interface Body {
  readonly [name: string]: unknown;
  readonly id?: string;
  readonly displayName?: string | null;
  readonly department?: string | null;
  readonly accountEnabled?: boolean;
  readonly skuId?: string;
  readonly allowedToSignUpEmailBasedSubscriptions?: boolean;
  readonly prepaidUnits?: object;
  readonly consumedUnits?: number;
  readonly roleTemplateId?: string | null;
  readonly value?: unknown;
  readonly error?: unknown;
  readonly errorCode?: string;
  readonly policyValue?: string;
  readonly items?: readonly unknown[];
  readonly responses?: readonly { readonly id: string; readonly status: number }[];
  readonly access_token?: string;
}

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where no JSON object came. */
  readonly body: Body;
  /** `value` of a list. */
  readonly rows: readonly Body[];
  /** `error.code` and `error.message` of Graph. */
  readonly code: string;
  readonly message: string;
}

type Asked = 'graph' | 'licensing';

export interface Client {
  send(url: string, init?: RequestInit): Promise<Heard>;
  graph(path: string, init?: RequestInit): Promise<Heard>;
  licensing(path: string, init?: RequestInit): Promise<Heard>;
  /** Every row of every page. */
  all(path: string, init?: RequestInit): Promise<readonly Body[]>;
  authorization(api: Asked): Promise<Record<string, string>>;
  json(method: string, body: unknown): RequestInit;
  /** A client with no token yet, for when roles have changed. */
  renewed(): Client;
}

export function newClient(tenant: Tenant): Client {
  const tokens = new Map<Asked, string>();
  const authorization = async (api: Asked): Promise<Record<string, string>> => {
    const token = tokens.get(api) ?? (await tokenFor(tenant, api));
    tokens.set(api, token);
    return { Authorization: `Bearer ${token}` };
  };
  const to = async (api: Asked, url: string, init: RequestInit = {}): Promise<Heard> =>
    send(url, { ...init, headers: { ...(await authorization(api)), ...(init.headers as Record<string, string>) } });
  const graph = (path: string, init?: RequestInit): Promise<Heard> =>
    to('graph', `${tenant.urls.graph}/v1.0${path}`, init);
  return {
    send,
    graph,
    authorization,
    licensing: (path, init) => to('licensing', `${tenant.urls.licensing}${path}`, init),
    json: (method, body) => ({ method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    renewed: () => newClient(tenant),
    async all(path, init) {
      const rows: Body[] = [];
      for (let heard = await graph(path, init); ; ) {
        rows.push(...heard.rows);
        const { '@odata.nextLink': next } = heard.body;
        if (typeof next !== 'string') return rows;
        heard = await to('graph', next, init);
      }
    },
  };
}

async function tokenFor({ urls }: Tenant, api: Asked): Promise<string> {
  const form = { client_id: purserApp.id, client_secret: purserApp.secret, scope: `${audiences[api]}/.default` };
  const body = new URLSearchParams({ ...form, grant_type: 'client_credentials' });
  const { body: answer } = await send(`${urls.login}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return answer.access_token ?? '';
}

async function send(url: string, init?: RequestInit): Promise<Heard> {
  const response = await fetch(url, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(init?.headers)), [BY_HAND]: '1' },
  });
  const body = await objectIn(response);
  const { code = '', message = '' } = (body.error ?? {}) as { code?: string; message?: string };
  const { value } = body;
  return {
    status: response.status,
    headers: response.headers,
    body,
    rows: Array.isArray(value) ? value : [],
    code,
    message,
  };
}

async function objectIn(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch {
    return {};
  }
}
