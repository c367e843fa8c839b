import { Fault } from '@pandafab/shared';

/** The fault for a file with a given beginning. */
type Refusal = () => Fault;

const notGcode =
  (reason: string): Refusal =>
  () =>
    new Fault('FILE.NOT_GCODE', { reason });
/** G-code may be inside. A future reader of archives starts here. */
const archive =
  (format: string): Refusal =>
  () =>
    new Fault('FILE.ARCHIVE', { format });
const binaryGcode: Refusal = () => new Fault('FILE.BINARY_GCODE');

/** The first bytes, as Latin-1, of files that people upload by mistake. */
const beginnings: readonly (readonly [prefix: string, refusal: Refusal])[] = [
  ['%PDF', notGcode('PDF')],
  ['PK\u0003\u0004', archive('ZIP')],
  ['\u001f\u008b', archive('gzip')],
  ['7z\u00bc\u00af', archive('7z')],
  // libbgcode doc/specifications.md: the file header's magic number.
  ['GCDE', binaryGcode],
  ['\u0089PNG', notGcode('PNG')],
  ['\u00ff\u00d8\u00ff', notGcode('JPEG')],
  ['GIF8', notGcode('GIF')],
  ['solid', notGcode('STL')],
  ['<', notGcode('HTML / XML')],
  ['\u007fELF', notGcode('ELF')],
  ['MZ', notGcode('EXE')],
  ['{', notGcode('JSON')],
];

/** Bytes of a file's beginning that are checked. */
export const SNIFFED_BYTES = 64;

/** Why a file is clearly not G-code; undefined when it may be G-code. */
export function sniffOther(chunk: Uint8Array): Fault | undefined {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, SNIFFED_BYTES))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return beginnings.find(([prefix]) => head.startsWith(prefix))?.[1]();
}
