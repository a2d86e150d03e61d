/**
 * What Microsoft announces in its message centre (Graph v1.0, "serviceUpdateMessage resource type", "List serviceAnnouncement
 * messages"). That page documents the list and its pages, and no filter of it, so the whole list is read.
 */
import { z } from 'zod/v4';
import { paragraphs } from '../foreign.ts';
import { withAllowance } from '../http.ts';
import type { BulletinFacts, Commerce } from './commerce.ts';
import type { Graph } from './graph.ts';
import { plainText } from './plain-text.ts';
import { withNewToken } from './retry-policy.ts';
import { instant, word } from './shapes.ts';

const route = '/admin/serviceAnnouncement/messages';

/** The smallest question that tells whether it may be read. */
export const bulletinProbe = `${route}?$top=1`;

/** A tenant has some hundred posts of some kilobytes each, pictures among them. */
const mostBytes = 64 * 1024 * 1024;

/** Nobody writes an announcement as long as this. */
const longestText = 20_000;
const longestHtml = 200_000;

/** It is led to and shown, so it is what Microsoft's pages call a post, or the row can't be read. */
const id = z
  .string()
  .regex(/^MC\d{1,12}$/i)
  .transform((value) => value.toUpperCase());

const Bulletin: z.ZodType<BulletinFacts> = z
  .object({
    id,
    title: word,
    body: z.object({ content: z.string().nullish() }).nullish(),
    startDateTime: instant,
    lastModifiedDateTime: instant,
    actionRequiredByDateTime: instant,
  })
  .transform((data, context) => {
    const changedAt = data.lastModifiedDateTime ?? data.startDateTime;
    if (!changedAt) {
      context.addIssue('it has no date');
      return z.NEVER;
    }
    return {
      id: data.id,
      title: data.title ?? data.id,
      // Cut before it is cleaned: to count letters in much text would keep others waiting.
      text: paragraphs(plainText((data.body?.content ?? '').slice(0, longestHtml)).slice(0, longestText), longestText),
      changedAt,
      actBy: data.actionRequiredByDateTime,
    };
  });

/** @param renew gets a new token */
export function createBulletins(graph: Graph, renew: () => Promise<unknown>): Pick<Commerce, 'bulletins'> {
  const readAll = () => graph.all(route, Bulletin, { onOddRow: () => undefined });
  return { bulletins: () => withAllowance(mostBytes, () => withNewToken(readAll, renew)) };
}
