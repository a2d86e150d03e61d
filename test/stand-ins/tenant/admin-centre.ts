/** The admin centre as far as purchases go: the list of products, and the way to what can be done to one. */
import { escaped, html } from './html.ts';
import type { Answer, Call } from './http.ts';
import { isSelfService } from './seats.ts';
import type { Company, Subscription } from './state.ts';
import { acts, back, type Centre, HOME, ownerOf, type Said } from './taking-control.ts';

const said: Readonly<Record<Said, string>> = {
  cancelled: 'The subscription is canceled.',
  moved: 'Move completed',
  stopped: 'Recurring billing is turned off.',
};

/** The answer to a call that is for the admin centre, or null. */
export function adminCentre(centre: Centre, call: Call): Answer | null {
  if (call.path === HOME) return call.method === 'GET' ? products(centre, call.query) : { status: 405 };
  const act = acts[/^\/admin-centre\/([a-z-]+)$/.exec(call.path)?.[1] ?? ''];
  if (act === undefined) return null;
  const isPost = call.method === 'POST';
  const form = isPost ? new URLSearchParams(call.body) : call.query;
  const subscription = centre.company.subscriptions.find(({ id }) => id === form.get('subscription'));
  if (subscription === undefined) return html('There is no such subscription', '', 404);
  if (subscription.status === 'Deleted') return html('This subscription is already deleted', back, 409);
  return (isPost ? act.act : act.ask)({ ...centre, subscription, form });
}

function products({ company }: Centre, query: URLSearchParams): Answer {
  const only = query.get('filter') === 'self-service';
  const shown = company.subscriptions.filter((each) => !only || isSelfService(each));
  const heads = ['Product', 'Owner', 'Seats', 'Status', 'Recurring billing', 'Renews or ends', 'Subscription', ''];
  const told = Object.entries(said).find(([what]) => what === query.get('said'))?.[1];
  return html(
    'Your products',
    `${told === undefined ? '' : `<p role="status">${told}</p>`}
<p>Filter: <a href="${HOME}">All</a> · <a href="${HOME}?filter=self-service">Self-service</a></p>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${shown.map((each) => row(company, each)).join('\n')}
</tbody>
</table>`,
  );
}

function row(company: Company, subscription: Subscription): string {
  const { id, skuPartNumber, totalLicenses, status, nextLifecycleDateTime } = subscription;
  const ends = nextLifecycleDateTime?.slice(0, 10) ?? '';
  const renews = status === 'Deleted' ? '' : isRenewing(subscription) ? 'On' : 'Off';
  const cells = [skuPartNumber, ownerOf(company, subscription), String(totalLicenses), status, renews, ends, id];
  const shown = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
  return `<tr id="${escaped(id)}">${shown}<td>${links(company, subscription)}</td></tr>`;
}

function links(company: Company, subscription: Subscription): string {
  if (subscription.status === 'Deleted') return '';
  const what = `${subscription.skuPartNumber} of ${ownerOf(company, subscription)}`;
  const link = (act: string, words: string): string => {
    const to = `${HOME}/${act}?subscription=${encodeURIComponent(subscription.id)}`;
    return `<a href="${to}" aria-label="${escaped(`${words}: ${what}`)}">${words}</a>`;
  };
  const first = isSelfService(subscription)
    ? link('take-control', 'Take control of this subscription')
    : link('cancel', 'Cancel subscription');
  return [first, ...(isRenewing(subscription) ? [link('recurring-billing', 'Turn off recurring billing')] : [])].join(
    ' · ',
  );
}

function isRenewing({ recurringBilling, isTrial }: Subscription): boolean {
  return recurringBilling ?? !isTrial;
}
