interface Item {
  readonly id: string;
}

/** Remembers how things were last shown, and tells which are others now. */
export class Changes<T extends Item> {
  private shown = new Map<string, string>();

  /** Those that are new or another than before, and the ids of those that are gone. */
  take(items: readonly T[]): { readonly changed: readonly T[]; readonly gone: readonly string[] } {
    const now = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    const changed = items.filter(({ id }) => now.get(id) !== this.shown.get(id));
    const gone = [...this.shown.keys()].filter((id) => !now.has(id));
    this.shown = now;
    return { changed, gone };
  }
}
