/** The journal as somebody may read it: of an objection, not everybody reads whose it is, and in which words. */
import type { Entry, Takeover } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { type ObjectionReader, readsObjection } from '../../store/takeover/objectors.ts';
import { noticesAbout } from '../core/delivery-history.ts';

/** Named in place of an objector. */
export const someone = { id: 'someone', name: 'someone' } as const;

/**
 * An entry as the reader may have it. Whatever shows, finds or exports entries takes them from here: a search that looked in
 * more than it shows would tell what it hides.
 */
export function entryFor(reader: ObjectionReader, store: Reader): (entry: Entry) => Entry {
  return (entry) => {
    const hide = hidden[entry.action];
    return hide && !hide.mayRead(entry, reader, store) ? redacted(entry, hide.fields) : entry;
  };
}

interface Hidden {
  fields: Partial<Entry>;
  mayRead(entry: Entry, reader: ObjectionReader, store: Reader): boolean;
}

const hidden: Partial<Record<Entry['action'], Hidden>> = {
  objected: {
    fields: { actor: someone, why: null },
    mayRead: (entry, reader, store) =>
      readsObjection(reader, { objector: entry.actor?.id ?? null, requester: requesterOf(entry, reader, store) }),
  },
  /** What somebody is answered tells what they wrote. */
  'takeover-answered': {
    fields: { why: null },
    mayRead(entry, reader, store) {
      const takeover = takeoverOf(entry, store);
      const objector = takeover?.objections.find(({ answer }) => answer?.at === entry.at)?.by.id ?? null;
      return readsObjection(reader, { objector, requester: takeover?.requester.id ?? null });
    },
  },
};

/** An entry of a takeover names it: `TK-1 pending`. */
function takeoverOf({ after }: Entry, store: Reader): Takeover | undefined {
  return store.get('takeovers', /^TK-\d+/.exec(after ?? '')?.[0] ?? '');
}

/** Of the takeover; or it is the reader, where they asked the purchaser to end it. */
function requesterOf(entry: Entry, { id }: ObjectionReader, store: Reader): string | null {
  const takeover = takeoverOf(entry, store);
  if (takeover) return takeover.requester.id;
  const asked = noticesAbout(store, entry.purchase ?? '').some(
    ({ saying }) => saying.card === 'asked' && saying.by.id === id,
  );
  return asked ? id : null;
}

/** Entries never change, so each is redacted once: what is known of it hangs on the object. */
const known = new WeakMap<Entry, Entry>();

function redacted(entry: Entry, fields: Partial<Entry>): Entry {
  const made = known.get(entry) ?? { ...entry, ...fields };
  known.set(entry, made);
  return made;
}
