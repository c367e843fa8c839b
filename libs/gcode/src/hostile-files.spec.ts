import { Fault } from '@pandafab/shared';
import fc from 'fast-check';
import { CommandReader, ExtrusionMeter, frameLine, GcodeAnalyser } from './index';
import { MAX_LINE_BYTES } from './line-scanner';

type Reading =
  | { readonly commands: number; readonly filamentUm: readonly number[] }
  | { readonly refused: string };

function attempt(read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault) return { refused: `${error.code} ${JSON.stringify(error.details)}` };
    throw error;
  }
}

/** As the server reads a file. */
const analysed = (...chunks: Uint8Array[]): Reading =>
  attempt(() => {
    const analyser = new GcodeAnalyser();
    for (const chunk of chunks) analyser.push(chunk);
    const { commands, filamentMm } = analyser.end();
    return { commands, filamentUm: filamentMm.map((mm) => Math.round(mm * 1000)) };
  });

/** As the streamer reads it, command by command. */
const streamed = (...chunks: Uint8Array[]): Reading =>
  attempt(() => {
    const meter = new ExtrusionMeter();
    let commands = 0;
    const reader = new CommandReader((command) => {
      commands++;
      meter.apply(command);
    });
    for (const chunk of chunks) reader.push(chunk);
    reader.end();
    return { commands, filamentUm: meter.filamentUm };
  });

const pieces = [
  ...['G1', 'G 1', 'M83\n', 'M82\n', 'G92', 'T1\n', 'X1', 'E', 'E2', '-', '1.5', 'M117 a', '(', ')', ' (c) '],
  ...['\n', '\r\n', '\r', ';', ' ', '\t', '*9', 'N7 ', '\u00ef\u00bb\u00bf', '\u00ff', 'x'.repeat(90)],
];
/** Enough of G-code that no odd line makes prose of it. */
const plain = 'G28\n'.repeat(64);
const content = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((parts) => Buffer.from(`${parts.join('')}\n${plain}`, 'latin1'));
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('files that mean harm, or are merely odd', () => {
  it('analysis and streaming see the same commands, or refuse the same line', () => {
    fc.assert(
      fc.property(content, (file) => expect(analysed(file)).toEqual(streamed(file))),
      { numRuns: 500 },
    );
  });

  it('are read alike wherever the chunks are cut', () => {
    fc.assert(
      fc.property(content, fc.array(fc.nat(200)), (file, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (file.length + 1)).sort((a, b) => a - b), file.length];
        const chunks = at.slice(1).map((end, index) => file.subarray(at[index], end));
        expect(analysed(...chunks)).toEqual(analysed(file));
        expect(streamed(...chunks)).toEqual(streamed(file));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a comment before the command', 'M83\n(x) G1 X1 E5\n', { commands: 2, filamentUm: [5000] }],
    ['lines of nothing but comments', 'M83\n(x)\n(y)\n(z)\nG1 E1\n', { commands: 2, filamentUm: [1000] }],
    ['a blank after the letter', 'M83\nG 1 X1 E5\n', { commands: 2, filamentUm: [5000] }],
    ['a bare E', 'M82\nG1 X1 E5\nG92 E\nG1 E6\n', { commands: 4, filamentUm: [6000] }],
  ])('%s does not hide it', (_what, file, expected) => {
    expect(analysed(bytes(file))).toEqual(expected);
    expect(streamed(bytes(file))).toEqual(expected);
  });

  it.each([
    ['behind a comment in parentheses', `G28\nG1 X${'1'.repeat(5000)} (x)\n`],
    ['by blanks that push its end out of sight', `G28\nG1 X5${' '.repeat(MAX_LINE_BYTES)}E5\n`],
    ['by a comment that pushes it out of sight', `G28\n(${'x'.repeat(MAX_LINE_BYTES)}) G1 E5\n`],
  ])('a long command is refused, hidden %s', (_what, file) => {
    const refused = expect.stringMatching(/^FILE.LINE_TOO_LONG {"line":2,/);
    expect(analysed(bytes(file))).toEqual({ refused });
    expect(streamed(bytes(file))).toEqual({ refused });
  });

  it('a PDF cut into single bytes is still a PDF, and long prose is no long command', () => {
    const pdf = [...'%PDF-1.4\nfoo\n'].map(bytes);
    expect(analysed(...pdf)).toEqual({ refused: 'FILE.NOT_GCODE {"reason":"PDF"}' });
    expect(analysed(bytes(`${'prose '.repeat(40)}\nhello\n`))).toEqual({ refused: 'FILE.NO_COMMANDS {}' });
  });

  it('no text becomes two lines on the wire', () => {
    for (const text of ['M117 a\nM112', 'M117 a\rM112', 'M117 \u010aM112'])
      expect(() => frameLine(1, text)).toThrow(RangeError);
  });
});
