/** Gives each different text a number, in the order in which they come. */
export function numbered<Item>(items: readonly Item[], textOf: (item: Item) => string) {
  const numberOf = new Map<string, number>();
  const of = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) {
    const text = textOf(items[at] as Item);
    let number = numberOf.get(text);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(text, number);
    }
    of[at] = number;
  }
  return { of, numberOf, count: numberOf.size };
}
