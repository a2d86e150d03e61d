/** What a store could not do: each is told when it happens, and remembered until it can be done again. */

/** Only a new start ends what was found when the store was opened. */
export const troubleKinds = ['commits', 'snapshots', 'lease', 'opening'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export interface StoreTrouble {
  kind: TroubleKind;
  /** For the operator: names files, and holds no secret. */
  words: string;
}

/** Is told of a trouble in words. */
export type Report = (words: string, kind: TroubleKind) => void;

export class Troubles {
  readonly #report: Report;
  readonly #lasting = new Map<TroubleKind, string>();

  constructor(report: Report) {
    this.#report = report;
  }

  add(kind: TroubleKind, words: string): void {
    this.#lasting.set(kind, words);
    this.#report(words, kind);
  }

  end(kind: TroubleKind): void {
    this.#lasting.delete(kind);
  }

  list(): StoreTrouble[] {
    return [...this.#lasting].map(([kind, words]) => ({ kind, words }));
  }
}
