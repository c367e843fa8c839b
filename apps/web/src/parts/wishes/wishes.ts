/** What a maker may want of a print beside its material, as it stands in the fields. */
export interface Wishes {
  /** As the browser's field gives it, on the clock of this computer; empty: no wish. */
  readonly readyBy: string;
  readonly needsMaker: boolean;
  /** Empty: any. */
  readonly colour: string;
  readonly tags: readonly string[];
}

export const NO_WISHES: Wishes = { readyBy: '', needsMaker: false, colour: '', tags: [] };

/** The browser's field has no zone: its text is a time on the clock of this computer. Null while it is not complete. */
export const instantOf = (typed: string): string | null => {
  const at = new Date(typed);
  return typed === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/** An instant as the browser's field wants it, such as `2031-05-04T14:30`. */
export function typedOf(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Only what was chosen, for a submission. */
export function fieldsOfWishes({ readyBy, needsMaker, colour, tags }: Wishes): {
  readyBy?: string;
  needsMaker?: boolean;
  colour?: string;
  tags?: string[];
} {
  const by = instantOf(readyBy);
  return {
    ...(by && { readyBy: by }),
    ...(needsMaker && { needsMaker }),
    ...(colour && { colour }),
    ...(tags.length > 0 && { tags: [...tags] }),
  };
}
