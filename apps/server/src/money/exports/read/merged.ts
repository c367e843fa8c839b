/** Something of a day. */
export interface OfDay {
  readonly day: string;
}

/**
 * Several sources, each in the order of days, as one in the order of days. On one day the first source comes first.
 * Holds one item of each source, however long they are.
 */
export async function* mergedByDay<Item extends OfDay>(
  sources: readonly AsyncGenerator<Item>[],
): AsyncGenerator<Item> {
  const heads = await Promise.all(sources.map((source) => source.next()));
  try {
    for (;;) {
      const at = earliest(heads);
      const head = heads[at];
      if (!head || head.done) return;
      yield head.value;
      heads[at] = await (sources[at] as AsyncGenerator<Item>).next();
    }
  } finally {
    // A download that is broken off must not leave a source open.
    await Promise.all(sources.map((source) => source.return(undefined)));
  }
}

function earliest(heads: readonly IteratorResult<OfDay>[]): number {
  let found = -1;
  let first = '';
  for (const [at, head] of heads.entries())
    if (!head.done && (found < 0 || head.value.day < first)) [found, first] = [at, head.value.day];
  return found;
}

/** The items in groups of `size`; the last may be smaller. */
export async function* inGroups<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let group: Item[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** The same items; the next one is made while the present one is used. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let coming = items.next();
  try {
    for (;;) {
      const { done, value } = await coming;
      if (done) return;
      coming = items.next();
      // A caller that stops early never waits for it; one that goes on gets the error from `await`.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
