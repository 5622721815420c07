/** What the user decides of single files of a plan, by their vault paths. */
export interface FileChoices {
  /** Notes that he deleted and wants back: what an earlier plan kept as `deleted-by-user`. */
  readonly restore: ReadonlySet<string>;
  /** Files that the plan leaves alone: a note that is not made is not linked to, a note that is there stays as it is. */
  readonly leaveOut: ReadonlySet<string>;
}

/** All is done that can be done, and nothing is restored. */
export const NO_CHOICES: FileChoices = { restore: new Set(), leaveOut: new Set() };
