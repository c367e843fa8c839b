/**
 * Entries that modules register under a name when they are initialised, such as the handler of a queue job. A name
 * that is registered twice, or not at all, is a programming error, and the server does not start with it.
 */
export class Registry<Name extends string, Entry> {
  private readonly entries = new Map<Name, Entry>();

  /** @param what one entry in words, such as "handler of the queue job" */
  constructor(private readonly what: string) {}

  /** @throws Error when the name has an entry already: otherwise chance would decide which of the two is used */
  register(name: Name, entry: Entry): void {
    if (this.entries.has(name)) throw new Error(`registered twice: ${this.what} ${name}`);
    this.entries.set(name, entry);
  }

  /** @throws Error naming those of `names` that have no entry */
  assertComplete(names: readonly Name[]): void {
    const missing = names.filter((name) => !this.entries.has(name));
    if (missing.length > 0) throw new Error(`not registered: ${this.what} ${missing.join(', ')}`);
  }

  has(name: Name): boolean {
    return this.entries.has(name);
  }

  /** @throws Error when nothing is registered under this name */
  get(name: Name): Entry {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`not registered: ${this.what} ${name}`);
    return entry;
  }

  /** All entries, in the order of their names, so that they do not depend on the order of modules. */
  all(): readonly (readonly [Name, Entry])[] {
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
