/** A rule for a comment: its prefix, and the function for the rest. */
export type Rule<Target> = readonly [prefix: string, take: (target: Target, rest: string) => void];

interface Entry<Target> {
  readonly prefix: Uint8Array;
  readonly take: Rule<Target>[1];
}

/** Comments are most of some files: only those that begin like a rule become strings, and only up to this length. */
const LONGEST = 512;

/** Finds the rule for a comment by its bytes; the first match is used. */
export class PrefixTable<Target> {
  private readonly byFirst: (Entry<Target>[] | undefined)[] = new Array(256);

  constructor(rules: readonly Rule<Target>[]) {
    for (const [text, take] of rules) {
      const prefix = Buffer.from(text, 'latin1');
      const first = prefix[0] as number;
      this.byFirst[first] = [...(this.byFirst[first] ?? []), { prefix, take }];
    }
  }

  /** Calls the rule with the text after its prefix in the bytes `from` to `to`. */
  apply(target: Target, bytes: Uint8Array, from: number, to: number): void {
    const entries = this.byFirst[bytes[from] as number];
    if (!entries || to - from > LONGEST) return;
    for (const { prefix, take } of entries) {
      if (startsWith(bytes, from, to, prefix)) return take(target, textOf(bytes, from + prefix.length, to));
    }
  }
}

function startsWith(bytes: Uint8Array, from: number, to: number, prefix: Uint8Array): boolean {
  if (to - from < prefix.length) return false;
  for (let i = 1; i < prefix.length; i++) if (bytes[from + i] !== prefix[i]) return false;
  return true;
}

/** The bytes as UTF-8, as slicers write names of printers and materials. */
export const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
