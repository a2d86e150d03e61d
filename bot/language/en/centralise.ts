/** Centralising a product. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  centralise: {
    names: ['centralise', 'centralize'],
    summary: 'Replace what people bought themselves with the organisation’s own, step by step',
    examples: ['centralise visio', 'centralise P-3'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  centralise: {
    title: 'Centralise',
    summary: '{{product}}: {{done}} of {{of}} steps done',
    nobody: '{{product}}: nobody bought it themselves, so there is nothing to centralise.',
    purchases: 'Purchases',
    state: { done: 'done', 'under-way': 'under way', open: 'open' },
    step: {
      open: 'Open Purchase services',
      find: 'Find the product and choose Buy',
      buy: 'Finish the purchase',
      export: 'Export who has a licence',
      assign: 'Assign the licences',
      ask: 'Ask each purchaser to cancel',
    },
    open: 'In the Microsoft 365 admin centre: Billing › Purchase services.',
    find: '{{product}}',
    findAny: 'Under {{product}} or a like name; the organisation owns nothing of that name yet.',
    seatsToBuy_one: '{{count, number}} seat needed',
    seatsToBuy_other: '{{count, number}} seats needed',
    seatsMissing_one: 'The organisation has {{seats}}; {{count, number}} more is needed',
    seatsMissing_other: 'The organisation has {{seats}}; {{count, number}} more are needed',
    seats: 'The organisation has {{seats}}',
    exported: 'Exported by {{name}}, {{when}}',
    notExported: 'Nobody has exported it since the newest purchase',
    noExport: 'Nothing of it runs any more, so nothing is left to export',
    pooled: '{{product}}: nothing to assign, because Microsoft pools its seats, whoever bought them.',
    nobodyHolds: 'Nobody has a licence of it',
    firstBuy: 'Once the organisation has seats',
    assignUnknown: 'Microsoft doesn’t say just now who has one',
    assigned: '{{have}} of {{all}} have {{product}}',
    cancelled: '{{done}} of {{all}} cancelled',
    fate: {
      ended: '✓ cancelled',
      takeover: 'in a takeover: {{takeover}}',
      left: 'its purchaser can’t be asked',
      open: 'not asked yet',
      asked: 'asked on {{when}}, no answer yet',
      seen: 'asked on {{when}}, read it',
      objected: 'asked on {{when}}, objects',
      silent: 'asked on {{when}}, didn’t answer in time',
    },
    press: { ask: 'Ask to cancel' },
    target: 'What they get instead',
    useTarget: 'Use this product',
    assignRest: 'Assign the rest',
    export: 'Export the holders',
    purchaseServices: 'Purchase services',
  },
};
