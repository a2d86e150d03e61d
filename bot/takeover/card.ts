/** A takeover as people read it. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import type { Takeover } from '../../store/records.ts';
import type { Part } from '../../store/takeover/table.ts';
import type { House } from '../commands/command.ts';
import type { Language } from '../language/index.ts';

/** Who looks at it, and from where. */
export interface Viewed {
  language: Language;
  now: Date;
  house: House;
  /** In a channel or group nobody is named but purchaser and approvers, and nobody's objection is told. */
  place: 'person' | 'chat';
  /** What the reader is to it: decides which buttons there are. The server decides whether a press counts. */
  parts: ReadonlySet<Part>;
}

/** What has to be asked once more, or in words, before a move is made; each is a card in place of the takeover's. */
export type Question = 'approve' | 'reject' | 'withdraw' | 'stop' | 'reply' | 'proceed' | 'report';

/** @param remark what the reader should know first, e.g. why their press did nothing */
export function takeoverCard(takeover: Takeover, viewed: Viewed, remark?: string): Card {
  const { t, words } = viewed.language;
  return report({
    title: takeover.id,
    paragraphs: [...(remark ? [remark] : []), t(`takeover.state.${takeover.state}`)],
    summary: takeover.id,
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${takeover.id}` }),
  });
}

export function questionCard(takeover: Takeover, _question: Question, viewed: Viewed): Card {
  return takeoverCard(takeover, viewed);
}
