/** Labs of which it is remembered what was refused: a broker that lets anybody in may name any number of them. */
const MOST_REMEMBERED = 1000;

/** Counts what was not acted upon, by reason, and says what is new enough to be told. */
export class Refusals {
  private readonly byReason = new Map<string, number>();
  private readonly told = new Set<string>();

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.byReason);
  }

  /** True the first time that a message of this lab is refused for this reason. */
  count(labId: string, reason: string): boolean {
    this.byReason.set(reason, (this.byReason.get(reason) ?? 0) + 1);
    const key = `${labId} ${reason}`;
    if (this.told.has(key) || this.told.size >= MOST_REMEMBERED) return false;
    this.told.add(key);
    return true;
  }
}
