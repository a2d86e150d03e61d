/**
 * What people look at in a browser: their mailbox, the shop, where they buy with their own card, and the admin centre, where
 * subscriptions are cancelled. Nobody signs in: whoever reaches the stand-in may.
 */
import { randomUUID } from 'node:crypto';
import { type Sku, skus } from './catalogue.ts';
import type { Answer, Call } from './http.ts';
import { people } from './people.ts';
import type { Mail, Mailboxes } from './reaching.ts';
import type { Company, Subscription } from './state.ts';

export interface Pages {
  readonly company: Company;
  readonly clock: { now(): Date };
  readonly mailboxes: Mailboxes;
}

/** The answer to a call that is for a page, or null. */
export function pages({ company, mailboxes, clock }: Pages, call: Call): Answer | null {
  const address = /^\/mailbox\/([^/]+)$/.exec(call.path)?.[1];
  if (address !== undefined) return call.method === 'GET' ? mailbox(address, mailboxes) : { status: 405 };
  if (call.path === '/admin-centre') return call.method === 'GET' ? adminCentre(company) : { status: 405 };
  if (call.path === '/shop') return call.method === 'GET' ? shop(company) : { status: 405 };
  if (call.path === '/shop/buy') return call.method === 'POST' ? buy(company, call.body, clock.now()) : { status: 405 };
  if (call.path === '/admin-centre/cancel')
    return call.method === 'POST' ? cancel(company, call.body) : { status: 405 };
  return null;
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

function adminCentre(company: Company): Answer {
  const heads = ['Product', 'Owner', 'Seats', 'Status', 'Renews or ends', 'Subscription', ''];
  const rows = company.subscriptions.map((each) => row(company, each));
  return html(
    'Your products',
    `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}

function row({ users }: Company, subscription: Subscription): string {
  const { id, skuPartNumber, ownerId, ownerType, totalLicenses, status, nextLifecycleDateTime } = subscription;
  const owner = ownerType === 'User' ? (users.get(ownerId ?? '')?.displayName ?? ownerId ?? '') : 'Organisation';
  const cells = [skuPartNumber, owner, String(totalLicenses), status, nextLifecycleDateTime?.slice(0, 10) ?? '', id];
  const button =
    status === 'Deleted'
      ? ''
      : `<form method="post" action="/admin-centre/cancel"><button name="subscription" value="${escaped(id)}" ` +
        `aria-label="Cancel subscription ${escaped(skuPartNumber)} of ${escaped(owner)}">Cancel subscription</button></form>`;
  const shown = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
  return `<tr id="${escaped(id)}">${shown}<td>${button}</td></tr>`;
}

/**
 * As "Take control of this subscription › Cancel subscription" ends: the status is Deleted (facts 4.2), and whoever had a seat
 * of it has none.
 */
function cancel(company: Company, body: string): Answer {
  const id = new URLSearchParams(body).get('subscription');
  const subscription = company.subscriptions.find((each) => each.id === id);
  if (subscription === undefined) return html('There is no such subscription', '', 404);
  return {
    status: 303,
    headers: { location: `/admin-centre#${encodeURIComponent(subscription.id)}` },
    commit: () => {
      subscription.status = 'Deleted';
      for (const user of company.users.values()) {
        user.licences = user.licences.filter(({ from }) => from !== subscription.id);
      }
    },
  };
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

function html(title: string, content: string, status = 200): Answer {
  return {
    status,
    html: `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<h1>${escaped(title)}</h1>
${content}
</html>
`,
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
