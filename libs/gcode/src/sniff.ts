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

/** How much of a file's beginning is looked at. */
export const SNIFFED_BYTES = 64;

/** What a file is when it is plainly something else than G-code; undefined when it may be G-code. */
export function sniffOther(chunk: Uint8Array): string | undefined {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, SNIFFED_BYTES))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return beginnings.find(([prefix]) => head.startsWith(prefix))?.[1];
}
