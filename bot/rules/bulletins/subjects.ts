/**
 * Which posts of the message centre are about what Purser keeps in hand. Of some hundred nearly all are not, and an alert that is
 * none teaches people to switch alerts off, with those of purchases among them; a post that is missed is found later all the same,
 * as a new product, as drift, or as a purchase. So silence is better than a false alarm: whole phrases count, and "self-service",
 * "trial" or "buy" alone say nothing, since they are also said of passwords, reports and tickets. Purser is given posts in English.
 */
import type { BulletinSubject } from '../../../store/records.ts';

interface Words {
  subject: BulletinSubject;
  /** Told by these wherever they stand. */
  anywhere: readonly RegExp[];
  /** Told by these in a title, since a text says such things of much else. */
  inTitle: readonly RegExp[];
}

/** The first that fits counts, so what is more to the point stands first. */
const table: readonly Words[] = [
  {
    subject: 'products',
    anywhere: [
      /\b(?:available|availability|offered|sold|launch(?:ed|ing)?|introduc(?:ed|ing)) (?:for|through|via|by|as|with)(?: an?)? self[- ]service (?:purchas|buy|trial)/i,
      /\b(?:users|employees|individuals|people) in your organi[sz]ation (?:can|may|will be able to|are able to) (?:now |soon )?(?:directly )?(?:buy|purchase)\b/i,
      /\b(?:users|employees|individuals|people) (?:can|may|will be able to|are able to) (?:now |soon )?(?:directly )?(?:buy|purchase)\b[^.]{0,60}\b(?:licen[cs]es?|subscriptions?|themselves|on their own)\b/i,
    ],
    inTitle: [/\bself[- ]service (?:offers?|products?)\b/i],
  },
  {
    subject: 'purchases',
    anywhere: [
      /\bself[- ]service (?:trials? (?:and|or|&) )?(?:purchas(?:e|es|ing)|buying|licen[cs]e (?:requests?|purchas))/i,
      /\bAllowSelfServicePurchase\b/i,
      /\bMSCommerce\b/i,
    ],
    inTitle: [/\b(?:user|employee)[- ](?:initiated|led) purchas/i],
  },
  {
    subject: 'trials',
    anywhere: [
      /\bself[- ]service (?:free )?(?:trials?|sign[- ]?ups?|subscriptions?)\b/i,
      /\bviral (?:free )?(?:trials?|sign[- ]?ups?|subscriptions?|licen[cs]es?)\b/i,
      /\b(?:end[- ])?(?:user|employee)[- ](?:initiated|led|started) (?:free )?trials?\b/i,
      /\bstart trials on behalf of (?:the|your) organi[sz]ation\b/i,
    ],
    inTitle: [/\bfree trials?\b/i, /\btrials? for (?:your )?(?:users|employees|everyone)\b/i],
  },
];

/** Undefined where it is about nothing of that. */
export function subjectOf({ title, text }: { title: string; text: string }): BulletinSubject | undefined {
  const found = table.find(
    ({ anywhere, inTitle }) =>
      inTitle.some((words) => words.test(title)) || anywhere.some((words) => words.test(title) || words.test(text)),
  );
  return found?.subject;
}
