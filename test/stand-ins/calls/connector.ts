/** What botbuilder sends to the Bot Connector of Teams, and where it reads whose signature is the connector's. */
import type { Listed, Shape } from './listed.ts';

const reference = 'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference';
const auth = 'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication';
const documented = { source: reference, sure: 'documented', permission: '–' } as const;

/** The activity that botbuilder makes of a card: what it answers with also names whom it answers. */
const activity: Record<string, Shape> = {
  ...{ serviceUrl: 'text', channelId: '=msteams', from: { id: 'text', 'name?': 'text' } },
  conversation: {
    id: 'text',
    'conversationType?': 'text',
    'tenantId?': 'text',
    'isGroup?': 'yes or no',
    'name?': 'text',
  },
  'recipient?': { id: 'text', 'name?': 'text', 'aadObjectId?': 'text' },
  ...{ 'locale?': 'text', 'replyToId?': 'text' },
};
const card: Record<string, Shape> = {
  summary: 'text',
  attachments: [{ contentType: '=application/vnd.microsoft.card.adaptive', content: 'anything' }],
};
const said: readonly Shape[] = [
  { type: '=message', ...activity, ...card },
  { type: '=message', ...activity, text: 'text' },
];
const typing: Shape = { type: '=typing', ...activity };

export const connector: readonly Listed[] = [
  {
    call: 'POST /v3/conversations',
    purpose: 'opens the chat with somebody, or finds it',
    bodies: [
      {
        ...{ isGroup: 'yes or no', bot: { id: 'text', name: 'text' }, tenantId: 'text' },
        members: [{ id: 'text', name: 'text' }],
        channelData: { tenant: { id: 'text' } },
      },
    ],
    ...documented,
  },
  {
    call: 'POST /v3/conversations/{id}/activities',
    purpose: 'posts a card, or shows that Purser is typing',
    ...{ bodies: [...said, typing], ...documented },
  },
  {
    call: 'POST /v3/conversations/{id}/activities/{id}',
    purpose: 'the same in answer to a message',
    ...{ bodies: [...said, typing], ...documented },
  },
  {
    call: 'PUT /v3/conversations/{id}/activities/{id}',
    purpose: 'replaces a card that was posted',
    bodies: [{ type: '=message', id: 'text', ...activity, ...card }],
    ...documented,
  },
  {
    call: 'GET /',
    purpose: 'the doctor: whether Teams can be reached, whatever it answers',
    source: 'no page; any answer will do',
    ...{ sure: 'nobody knows', permission: '–' },
  },
  {
    call: 'GET /v3/conversations/{id}/members/{id}',
    purpose: 'who was mentioned',
    ...documented,
  },
  {
    call: 'GET /v3/conversations/{id}/pagedmembers?pageSize=500',
    purpose: 'who can be mentioned there',
    ...documented,
  },
  {
    call: 'GET /v3/conversations/{id}/pagedmembers?pageSize=500&continuationToken={any text}',
    purpose: 'the same, where there are more',
    ...documented,
  },
];

export const connectorKeys: readonly Listed[] = [
  {
    call: 'GET /v1/.well-known/openidconfiguration',
    purpose: 'where the keys of the Bot Connector are',
    ...{ source: auth, sure: 'documented', permission: '–' },
  },
  {
    call: 'GET /v1/.well-known/keys',
    purpose: 'those keys',
    ...{ source: auth, sure: 'documented', permission: '–' },
  },
];
