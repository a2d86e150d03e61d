/**
 * What people look at in a browser: their mailbox, the shop, where they buy with their own card, and the admin centre. Nobody
 * signs in: whoever reaches the stand-in may.
 */
import { randomUUID } from 'node:crypto';
import { adminCentre } from './admin-centre.ts';
import { type Sku, skus } from './catalogue.ts';
import { escaped, html } from './html.ts';
import type { Answer, Call } from './http.ts';
import { people } from './people.ts';
import type { Mail, Mailboxes } from './reaching.ts';
import type { Company, Subscription } from './state.ts';

export interface Pages {
  readonly company: Company;
  readonly clock: { now(): Date };
  readonly mailboxes: Mailboxes;
}

export function isPage(path: string): boolean {
  // A browser asks for the icon of any page by itself.
  return /^\/(mailbox|shop|admin-centre|favicon\.ico)(\/|$)/.test(path);
}

/** The answer to a call that is for a page, or null. */
export function pages(world: Pages, call: Call): Answer | null {
  const { company, mailboxes, clock } = world;
  const address = /^\/mailbox\/([^/]+)$/.exec(call.path)?.[1];
  if (address !== undefined) return call.method === 'GET' ? mailbox(address, mailboxes) : { status: 405 };
  if (call.path === '/shop') return call.method === 'GET' ? shop(company) : { status: 405 };
  if (call.path === '/shop/buy') return call.method === 'POST' ? buy(company, call.body, clock.now()) : { status: 405 };
  return adminCentre(world, call);
}

function mailbox(address: string, mailboxes: Mailboxes): Answer {
  const mails = (mailboxes.get(address.toLowerCase()) ?? []).toReversed();
  const list = mails.length === 0 ? '<p>No mail.</p>' : mails.map(article).join('\n');
  return html(`Mailbox of ${address}`, list);
}

function article({ from, subject, text, at }: Mail): string {
  return `<article>
<h2>${escaped(subject)}</h2>
<p>From ${escaped(from)}, <time>${at.toISOString()}</time></p>
<pre>${escaped(text)}</pre>
</article>`;
}

/** What is sold for self-service under a SKU of its own. */
const onSale: readonly Sku[] = Object.values(skus).filter(({ part }) => /_dept$|for_departments/i.test(part));

function shop({ users }: Company): Answer {
  const option = (value: string, shown: string) => `<option value="${escaped(value)}">${escaped(shown)}</option>`;
  const buyers = Object.values(people).flatMap((id) => users.get(id) ?? []);
  return html(
    'Buy for yourself',
    `<form method="post" action="/shop/buy">
<p><label>You are <select name="buyer">${buyers.map(({ id, displayName }) => option(id, displayName)).join('')}</select></label></p>
<p><label>Product <select name="sku">${onSale.map(({ id, part }) => option(id, part)).join('')}</select></label></p>
<p><label>Seats <input name="seats" type="number" min="1" max="300" value="5"></label></p>
<p><button>Buy with your own card</button></p>
</form>`,
  );
}

function buy({ users, subscriptions }: Company, body: string, now: Date): Answer {
  const form = new URLSearchParams(body);
  const buyer = users.get(form.get('buyer') ?? '');
  const sku = onSale.find(({ id }) => id === form.get('sku'));
  const seats = Number(form.get('seats'));
  if (!buyer || !sku || !Number.isInteger(seats) || seats < 1) return html('That can’t be bought', '', 400);
  const year = new Date(now);
  year.setUTCFullYear(year.getUTCFullYear() + 1);
  const bought: Subscription = {
    id: randomUUID(),
    commerceSubscriptionId: randomUUID(),
    createdDateTime: now.toISOString(),
    nextLifecycleDateTime: year.toISOString(),
    skuId: sku.id,
    skuPartNumber: sku.part,
    totalLicenses: seats,
    isTrial: false,
    status: 'Enabled',
    ownerId: buyer.id,
    ownerType: 'User',
    ownerTenantId: null,
  };
  const commit = (): void => {
    subscriptions.push(bought);
    buyer.licences.push({ skuId: sku.id, group: null, since: now.toISOString(), from: bought.id });
  };
  return { status: 303, headers: { location: `/admin-centre#${bought.id}` }, commit };
}
