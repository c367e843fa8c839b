/** How files that people send by mistake begin; the first bytes, as Latin-1. */
const beginnings: readonly (readonly [prefix: string, kind: string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'ZIP / 3MF'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['solid', 'STL'],
  ['<', 'HTML / XML'],
  ['GCDE', 'BGCODE'],
  ['\u007fELF', 'ELF'],
  ['MZ', 'EXE'],
  ['{', 'JSON'],
];

/** What a file is when it is plainly something else than G-code; undefined when it may be G-code. */
export function sniffOther(chunk: Uint8Array): string | undefined {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, 16))
    .toString('latin1')
    .trimStart();
  return beginnings.find(([prefix]) => head.startsWith(prefix))?.[1];
}
