/** What a purchaser can do with what they bought, each with its steps and Microsoft's page [55, 56, 62]. */
import { purchaserRights, type Right } from '../language/arguments.ts';
import type { EnglishMessages } from '../language/translation.ts';
import { adminCentre, bills, cancelling, purchaserGuide, support } from '../microsoft/links.ts';

export type Step = keyof EnglishMessages['mine']['step'];
type Question = keyof EnglishMessages['faq']['short'];

/** In the order in which they are shown. */
export const rights: readonly Right[] = purchaserRights;

/** A purchase that has ended can't be cancelled, nor be handed to anybody. */
export const afterTheEnd: ReadonlySet<Right> = new Set<Right>(['pay', 'refund', 'files']);

export interface Guide {
  /** What to do, one after the other. */
  steps: readonly Step[];
  /** What to know. */
  remarks: readonly Step[];
  /** Where it is done. */
  place?: { title: 'products' | 'licences' | 'bills' | 'support'; url: string };
  /** Microsoft's description of it. */
  guide?: string;
  /** What people ask next. */
  asks: readonly Question[];
}

const { products, licences } = adminCentre.worldwide;

export const guides: Readonly<Record<Exclude<Right, 'it'>, Guide>> = {
  cancel: {
    steps: ['save', 'products', 'cancel'],
    remarks: ['renewalOff'],
    place: { title: 'products', url: products },
    guide: purchaserGuide,
    asks: ['refund', 'files'],
  },
  more: {
    steps: ['askFirst', 'products', 'total'],
    remarks: ['paid'],
    place: { title: 'products', url: products },
    guide: purchaserGuide,
    asks: ['who-pays'],
  },
  assign: {
    steps: ['licences', 'names'],
    remarks: ['sameTenant', 'onlyBought'],
    place: { title: 'licences', url: licences },
    guide: purchaserGuide,
    asks: ['assign'],
  },
  pay: {
    steps: ['bills', 'invoices', 'card'],
    remarks: ['neverHere'],
    place: { title: 'bills', url: bills },
    guide: purchaserGuide,
    asks: ['who-pays'],
  },
  refund: {
    steps: [],
    remarks: ['sevenDays', 'credited', 'expenses'],
    place: { title: 'support', url: support },
    guide: cancelling,
    asks: ['cancel', 'who-pays'],
  },
  files: { steps: [], remarks: ['owned', 'save', 'notDeleted'], asks: ['files', 'data-owner'] },
};
