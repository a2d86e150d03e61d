/**
 * What people look at in a browser: their mailbox, and the admin centre, where subscriptions are cancelled. Nobody signs in:
 * whoever reaches the stand-in may.
 */
import type { Answer, Call } from './http.ts';
import type { Mail, Mailboxes } from './reaching.ts';
import type { Company, Subscription } from './state.ts';

export interface Pages {
  readonly company: Company;
  readonly mailboxes: Mailboxes;
}

/** The answer to a call that is for a page, or null. */
export function pages({ company, mailboxes }: Pages, call: Call): Answer | null {
  const address = /^\/mailbox\/([^/]+)$/.exec(call.path)?.[1];
  if (address !== undefined) return call.method === 'GET' ? mailbox(address, mailboxes) : { status: 405 };
  if (call.path === '/admin-centre') return call.method === 'GET' ? adminCentre(company) : { status: 405 };
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
