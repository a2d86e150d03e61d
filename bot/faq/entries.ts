/**
 * Every question of the FAQ: where its answer comes from, and what else is of use to people who ask it. The words are in
 * `bot/language/LANGUAGE/faq.ts`, under the same key. The numbers are those of the behaviours of Microsoft's documents.
 */
import type { CommandName, EnglishMessages, FaqKey } from '../language/translation.ts';
import * as links from '../microsoft/links.ts';

type Words = EnglishMessages['faq'];
export type Topic = keyof Words['topic'];
export type Short = keyof Words['short'];
type Document = keyof Words['doc'];

/** A page of Microsoft's. */
export interface Source {
  doc: Document;
  /** Where in it; a page that is about nothing else has none. */
  section?: keyof Words['section'];
  /** As the document dates itself; null where it doesn't. */
  date: string | null;
  page: string;
}

export interface Entry {
  topic: Topic;
  /** Null where the organisation itself is the source. */
  source: Source | null;
  /** Where Microsoft says what has changed since; without it, the newest version still reads so. */
  changed?: Source;
  /** Further questions, and commands that show more of it than words can. */
  related: readonly Related[];
}
export type Related = Short | Extract<CommandName, 'purchases' | 'waiting'>;

/** The document this FAQ goes back to, by its parts. */
const faq = (section: NonNullable<Source['section']>): Source => ({
  doc: 'faq',
  section,
  date: '2020-09-15',
  page: links.faq,
});
/** Microsoft's newest version of it, against which it was held. */
export const newestFaq = '2025-01-06';
const admins: Source = { doc: 'admins', date: '2025-01-06', page: links.adminGuide };
const requests: Source = { doc: 'requests', date: '2024-05-13', page: links.licenceRequests };
const policy: Source = { doc: 'policy', date: '2024-10-10', page: links.purchasePolicy };
const cancelling: Source = { doc: 'cancel', date: '2024-09-10', page: links.cancelling };
const purchasers: Source = { doc: 'users', date: null, page: links.purchaserGuide };
const moving: Source = { doc: 'move', date: '2022-05-12', page: links.movingUsers };

export const entries: Readonly<Record<FaqKey, Entry>> = {
  real: { topic: 'trust', source: null, related: ['contact'] },
  purser: { topic: 'trust', source: null, related: ['real', 'contact'] },
  contact: { topic: 'trust', source: null, related: ['support', 'real'] },
  /** [43, 44, 45] */
  'how-to-buy': { topic: 'buying', source: faq('buying'), changed: admins, related: ['payment', 'who-pays'] },
  /** [47, 51] */
  'who-can-buy': { topic: 'buying', source: faq('buying'), changed: admins, related: ['markets', 'blocked'] },
  /** [48] */
  guests: { topic: 'buying', source: faq('buying'), related: ['contact'] },
  /** [49] */
  synced: { topic: 'buying', source: faq('buying'), related: ['markets'] },
  /** [50] */
  sectors: { topic: 'buying', source: faq('buying'), related: ['markets', 'blocked'] },
  /** [53] */
  markets: { topic: 'buying', source: faq('summary'), related: ['products', 'blocked'] },
  /** [52] */
  products: { topic: 'buying', source: faq('summary'), changed: policy, related: ['trials', 'price'] },
  /** [N1, N4] */
  trials: { topic: 'buying', source: policy, related: ['renewal', 'blocked'] },
  /** [51, N7] */
  blocked: { topic: 'buying', source: requests, related: ['contact', 'requests'] },
  /** [N10] */
  marketing: { topic: 'buying', source: requests, related: ['blocked'] },
  /** [46] */
  payment: { topic: 'paying', source: faq('buying'), changed: admins, related: ['who-pays', 'bill'] },
  /** [58] */
  'who-pays': { topic: 'paying', source: faq('pricing'), related: ['refund', 'bill'] },
  /** [57] */
  price: { topic: 'paying', source: faq('pricing'), related: ['who-pays'] },
  /** [55] */
  bill: { topic: 'paying', source: faq('buying'), related: ['who-pays', 'cancel'] },
  refund: { topic: 'paying', source: cancelling, related: ['cancel', 'who-pays'] },
  /** [N4] */
  renewal: { topic: 'managing', source: admins, related: ['cancel', 'refund'] },
  /** [54, 55] */
  manage: { topic: 'managing', source: faq('buying'), related: ['cancel', 'assign'] },
  /** [55] */
  more: { topic: 'managing', source: faq('buying'), related: ['assign', 'who-pays'] },
  /** [56] */
  assign: { topic: 'managing', source: faq('buying'), changed: purchasers, related: ['contact'] },
  /** [55] */
  cancel: { topic: 'managing', source: cancelling, related: ['refund', 'files'] },
  keep: { topic: 'managing', source: null, related: ['waiting', 'contact'] },
  /** [62] */
  files: { topic: 'data', source: faq('admin'), related: ['data-owner', 'cancel'] },
  /** [62] */
  'data-owner': { topic: 'data', source: faq('admin'), related: ['files'] },
  /** [59, 60, 61] */
  policies: { topic: 'data', source: faq('admin'), related: ['data-owner'] },
  /** [N12] */
  privacy: { topic: 'data', source: admins, related: ['data-owner'] },
  /** [N15] */
  backup: { topic: 'data', source: moving, related: ['files'] },
  /** [66, 71] */
  support: { topic: 'help', source: faq('support'), related: ['contact'] },
  /** [67] */
  premier: { topic: 'help', source: faq('support'), related: ['support'] },
  /** [68] */
  training: { topic: 'help', source: faq('support'), related: ['support'] },
  /** [59] */
  'admin-can': { topic: 'admins', source: faq('admin'), changed: admins, related: ['centralise', 'roles'] },
  'admin-sees': { topic: 'admins', source: faq('admin'), changed: admins, related: ['roles', 'purchases'] },
  centralise: { topic: 'admins', source: faq('admin'), changed: admins, related: ['leaver', 'admin-can'] },
  /** [63, 64, 65] */
  leaver: { topic: 'admins', source: faq('support'), changed: admins, related: ['centralise', 'files'] },
  /** [N7] */
  requests: { topic: 'admins', source: requests, related: ['roles', 'blocked'] },
  /** [N8] */
  'own-process': { topic: 'admins', source: requests, related: ['requests'] },
  /** [N9] */
  'share-request': { topic: 'admins', source: requests, related: ['requests'] },
  /** [N11] */
  roles: { topic: 'admins', source: admins, related: ['admin-can'] },
  /** [N13] */
  'buyer-role': { topic: 'admins', source: admins, related: ['roles'] },
  /** [69, 70] */
  partners: { topic: 'partners', source: faq('partners'), changed: admins, related: ['centralise'] },
  /** [N14] */
  'partner-tenants': { topic: 'partners', source: { ...faq('partners'), date: newestFaq }, related: ['partners'] },
};

export const faqKeys = Object.keys(entries) as FaqKey[];

/** The headings, in the order in which they are shown. */
export const topics: readonly Topic[] = ['trust', 'paying', 'managing', 'buying', 'data', 'help', 'admins', 'partners'];
