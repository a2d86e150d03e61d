/** Who may read who objects to something, and their words: stated here, and nowhere else. */

/** Somebody who reads. A channel is nobody. */
export interface ObjectionReader {
  id: string;
  /** They are an admin or an approver: others decide nothing, and only learn that somebody objects. */
  decides: boolean;
}

export interface Objection {
  /** The one who wrote it; null where it is about all of them. */
  objector: string | null;
  /** The one who asked for what is objected to; null where that isn't known. */
  requester: string | null;
}

export function readsObjection(reader: ObjectionReader | null, { objector, requester }: Objection): boolean {
  return reader !== null && (reader.decides || reader.id === objector || reader.id === requester);
}
