interface Item {
  readonly id: string;
}

/** Keeps the last snapshot sent and returns what changed. */
export class Changes<T extends Item> {
  private shown = new Map<string, string>();

  /** The items that are new or changed, and the ids of the items that are gone. */
  update(items: readonly T[]): { readonly changed: readonly T[]; readonly gone: readonly string[] } {
    const now = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    const changed = items.filter(({ id }) => now.get(id) !== this.shown.get(id));
    const gone = [...this.shown.keys()].filter((id) => !now.has(id));
    this.shown = now;
    return { changed, gone };
  }
}
