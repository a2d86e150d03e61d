/** Centralising a product. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  centralise: {
    names: ['centralise', 'centralize'],
    summary: 'Replace self-service purchases with the organisation’s own, step by step',
    examples: ['centralise visio', 'centralise P-3'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  centralise: {
    title: 'Centralise',
    summary: '{{product}}: {{done}} of {{of}} steps done',
    nobody: '{{product}}: nobody bought it themselves, so there’s nothing to centralise.',
    purchases: 'Purchases',
    state: { done: 'done', 'under-way': 'not finished', open: 'not done' },
    step: {
      open: 'Open Purchase services',
      find: 'Find the product and choose Buy',
      buy: 'Finish the purchase',
      export: 'Export the licence holders',
      assign: 'Assign the licences',
      ask: 'Ask each purchaser to cancel',
    },
    open: 'In the Microsoft 365 admin centre: Billing › Purchase services.',
    find: '{{product}}',
    findAny: 'Look for {{product}} or a similar name. The organisation owns nothing by that name yet.',
    seatsToBuy_one: '{{count, number}} seat needed',
    seatsToBuy_other: '{{count, number}} seats needed',
    seatsMissing_one: 'The organisation has {{seats}}; {{count, number}} more is needed',
    seatsMissing_other: 'The organisation has {{seats}}; {{count, number}} more are needed',
    seatsPerhapsMissing:
      'The organisation has {{seats}}; up to {{missing, number}} more may be needed, since Microsoft doesn’t say which free seats are the organisation’s',
    seats: 'The organisation has {{seats}}',
    exported: 'Exported by {{name}}, {{when}}',
    notExported: 'Not exported since the latest purchase',
    noExport: 'All its purchases have ended, so there’s nothing left to export',
    pooled: '{{product}}: nothing to assign, because Microsoft pools its seats no matter who bought them.',
    nobodyHolds: 'Nobody has a licence for it',
    firstBuy: 'Once the organisation has bought seats',
    assignUnknown: 'Microsoft can’t say who has one right now',
    assigned: '{{have}} of {{all}} have {{product}}',
    cancelled: '{{done}} of {{all}} cancelled',
    fate: {
      ended: '✓ cancelled',
      takeover: 'in a takeover: {{takeover}}',
      left: 'the purchaser can’t be asked',
      open: 'not asked',
      asked: 'asked on {{when}}, no answer yet',
      seen: 'asked on {{when}}, has read it',
      objected: 'asked on {{when}}, objected',
      silent: 'asked on {{when}}, didn’t answer in time',
    },
    press: { ask: 'Ask' },
    target: 'What they get instead',
    useTarget: 'Use this product',
    assignRest: 'Assign the rest',
    export: 'Export the holders',
    purchaseServices: 'Purchase services',
  },
};
