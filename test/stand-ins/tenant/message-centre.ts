/**
 * Graph's message centre ("List serviceAnnouncement messages", "serviceUpdateMessage resource type"): pages of 100, or of what
 * `Prefer: odata.maxpagesize` asks for up to 1,000, and next pages by `$skip`, as the documented answer has them.
 */
import type { GraphCall } from './graph.ts';
import { badRequest } from './graph-errors.ts';
import { type Answer, header } from './http.ts';
import { type Row, type Shape, selected, shown } from './odata.ts';
import { daysFrom } from './staff.ts';
import type { ServiceMessage } from './state.ts';

const messageShape: Shape<ServiceMessage> = {
  type: 'microsoft.graph.serviceUpdateMessage',
  set: 'admin/serviceAnnouncement/messages',
  properties: {
    startDateTime: ({ startDateTime }) => startDateTime,
    endDateTime: ({ endDateTime }) => endDateTime,
    lastModifiedDateTime: ({ lastModifiedDateTime }) => lastModifiedDateTime,
    title: ({ title }) => title,
    id: ({ id }) => id,
    category: ({ category }) => category,
    severity: ({ severity }) => severity,
    tags: ({ tags }) => tags,
    isMajorChange: ({ isMajorChange }) => isMajorChange,
    actionRequiredByDateTime: ({ actionRequiredByDateTime }) => actionRequiredByDateTime,
    services: ({ services }) => services,
    hasAttachments: () => false,
    // Null for applications.
    viewPoint: () => null,
    details: ({ details }) => details,
    body: ({ content }) => ({ contentType: 'html', content }),
  },
};

const mostPerPage = 1_000;

export function listMessages({ company, call, base, sizes }: GraphCall): Answer {
  const names = selected(messageShape, call.query);
  if ('status' in names) return names;
  const unknown = [...call.query.keys()].find((name) => !['$select', '$top', '$skip', '$count'].includes(name));
  if (unknown !== undefined) return badRequest(`The query parameter '${unknown}' is not known here.`);
  const skip = numberIn(call.query, '$skip') ?? 0;
  const top = numberIn(call.query, '$top') ?? Number.POSITIVE_INFINITY;
  const [, preferred] = /\bodata\.maxpagesize=(\d+)/.exec(header(call, 'prefer') ?? '') ?? [];
  const size = Math.min(preferred ? Number(preferred) : sizes.messages, mostPerPage, top);
  if (!(skip >= 0 && size >= 1)) return badRequest('Invalid paging.');
  const end = skip + size;
  const isMore = end < company.messages.length;
  const rows = company.messages.slice(skip, end).map((message): Row => shown(messageShape, names, message));
  return {
    status: 200,
    body: {
      '@odata.context': `${base}/$metadata#${messageShape.set}`,
      ...(isMore && { '@odata.nextLink': `${base}/${messageShape.set}?$skip=${end}` }),
      value: rows,
    },
  };
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text === null ? undefined : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** A post as Microsoft publishes one at that time; put it first in `company.messages`, where the newest stands. */
export function announced(
  change: Partial<ServiceMessage> & Pick<ServiceMessage, 'id' | 'title' | 'content'>,
  at: Date,
): ServiceMessage {
  return {
    category: 'stayInformed',
    severity: 'normal',
    startDateTime: at.toISOString(),
    endDateTime: daysFrom(at, 180),
    lastModifiedDateTime: at.toISOString(),
    actionRequiredByDateTime: null,
    isMajorChange: false,
    services: ['Microsoft 365 suite'],
    tags: ['New feature', 'Admin impact'],
    details: [{ name: 'ExternalLink', value: 'https://learn.microsoft.com/microsoft-365/commerce/' }],
    ...change,
  };
}

/** What stands there from the beginning: most is of no concern to Purser. */
export function messages(now: Date): ServiceMessage[] {
  const at = (days: number): Date => new Date(daysFrom(now, days));
  return [
    announced(
      {
        id: 'MC1201001',
        title: 'Microsoft Teams: New layout of the calendar',
        content: '<p>The calendar in Teams gets a new layout.</p><p>There is nothing you need to do.</p>',
        services: ['Microsoft Teams'],
      },
      at(-3),
    ),
    announced(
      {
        id: 'MC1200417',
        title: '(Updated) Microsoft 365 admin center: Settings for self-service trials and purchases',
        content:
          '<p><b>Updated:</b> We have updated the timeline below.</p><p>Admins can manage <a href="https://learn.microsoft.com/">self-service trials and purchases</a> of each product in the Microsoft 365 admin center.</p>',
        tags: ['Updated message', 'Admin impact'],
      },
      at(-20),
    ),
    announced(
      {
        id: 'MC1198230',
        title: 'Microsoft Entra ID: Self-service password reset on the sign-in page',
        content: '<p>Users find self-service password reset in a new place.</p>',
        services: ['Microsoft Entra'],
        category: 'planForChange',
      },
      at(-41),
    ),
  ];
}
