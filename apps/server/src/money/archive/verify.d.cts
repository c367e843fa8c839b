/** What the verification of an unpacked archive found. */
export interface ArchiveFindings {
  readonly counts: Readonly<Record<string, number>>;
  /** Sentences, in English and French; empty where everything is right. */
  readonly problems: readonly string[];
  readonly last: { readonly sequence: number; readonly hash: string };
}

/** @throws Error where the folder is no archive */
export function verifyArchive(folder: string): Promise<ArchiveFindings>;
