/** Files to take away. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  export: {
    names: ['export'],
    summary: 'Download purchases, licence holders or the journal as a file',
    examples: [
      'export purchases',
      'export licences',
      'export licences visio, P-3',
      'export purchases visio json',
      'export audit',
    ],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  export: {
    which: 'What would you like to export?',
    whichHint: 'To narrow it down, add a product or ids: “export licences visio, P-3”.',
    holds: { label: 'Contains', purchases: 'Purchases', licences: 'Licence holders', audit: 'Journal' },
    ready: 'Your file is ready',
    summary: 'Ready to download: {{what}}, rows: {{rows}}',
    rows: 'Rows',
    file: 'File',
    until: 'Valid until',
    untilOr: '{{until}}, or {{count, number}} downloads',
    download: 'Download',
    asCsv: 'As CSV instead',
    asJson: 'As JSON instead',
    secret: 'Anyone with this link can download the file. It contains people’s names, so please keep it to yourself.',
    someone:
      'Who objected, and in which words, is left out: only approvers, admins and the people concerned can read it. Those lines can’t be checked against their hash.',
    whoseUnknown:
      'Where several purchases share a product, Microsoft doesn’t say whose licence comes from which. The purchaser is then “unknown”.',
    apostrophe:
      'Text that a spreadsheet would take for a formula (with = + - or @ where a cell may begin) has an apostrophe in front.',
    nothing: 'Nothing matches, so there’s nothing to export.',
    tooLarge: 'That file would be too large. Name a product or a few ids, like “export licences visio, P-3”.',
    full: 'There is no room for another file just now: the files that others asked for fill it. Ask again after {{until}}.',
    noAddress:
      'I can’t provide files yet because I don’t know my own web address. The team that runs Purser needs to set PUBLIC_URL to it.',
    gone: 'This link has expired or has reached its download limit. Ask Purser for a new one in Teams: export',
    yes: 'yes',
    no: 'no',
    unknown: 'unknown',
    column: {
      purchase: 'Purchase',
      product: 'Product',
      sku: 'Microsoft SKU',
      kind: 'Kind',
      settled: 'Kind confirmed',
      status: 'Status',
      live: 'Still runs',
      trial: 'Trial',
      quantity: 'Quantity',
      holders: 'Holders',
      purchaser: 'Purchaser',
      purchaserAccount: 'Purchaser’s account',
      purchaserMail: 'Purchaser’s mail',
      department: 'Department',
      left: 'Purchaser left on',
      bought: 'Bought on',
      next: 'Renews or ends',
      commerce: 'Microsoft commerce id',
      subscription: 'Microsoft subscription id',
      holder: 'Holder',
      account: 'Account',
      mail: 'Mail',
      enabled: 'Account enabled',
      entry: 'Entry',
      at: 'At (UTC)',
      who: 'Who',
      whoId: 'Entra id',
      action: 'What',
      before: 'Before',
      after: 'After',
      why: 'Why',
      previous: 'Hash of the entry before',
      hash: 'Hash',
    },
  },
};
