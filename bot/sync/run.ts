/** One run of the sync. */
export interface Run {
  at: string;
  /** Set where Purser was not running before: then one card tells of that and of what was found. */
  absentSince: Date | undefined;
}
