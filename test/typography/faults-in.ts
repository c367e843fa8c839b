/** Where French typography is broken: a space that a line may end at, or none at all. Addresses are no sentences. */
export function faultsIn(sentence: string): string[] {
  const plain = sentence.replace(/\w+:\/\/\S+|<[^>]*>|\bbridge:/g, '');
  const breakable = plain.match(
    /\S* [;?!:](?=[\s»”)]|$)|« | »|[\d}] (?:mm|cm|g|kg|s|min|h|°C|%|€|ko|Mo|Go)(?![\p{L}’])/gu,
  );
  const missing = plain.match(/[\p{L}\p{N}})»][;?!:](?=\s|$)/gu);
  return [...(breakable ?? []), ...(missing ?? [])];
}
