import { Fault } from '@pandafab/shared';
import fc from 'fast-check';
import { CommandWords, NOT_ORDINARY, wordIndex } from './command-words';
import { CommandReader, ExtrusionMeter, frameLine, GcodeAnalyser, type GcodeAnalysis } from './index';
import { MAX_LINE_BYTES } from './line-scanner';
import { MOST_MARKS } from './timeline';

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

/** Lines as slicers write them, and the same made odd: the quick reading and the thorough one must agree. */
const number = fc.oneof(
  fc.double({ min: -300, max: 300, noNaN: true }).map((value) => value.toFixed(3)),
  fc.integer({ min: -999, max: 999 }).map(String),
  fc.constantFrom(
    '.5',
    '-.5',
    '5.',
    '-0',
    '007',
    '123456789',
    '1234567890',
    '0.123456789',
    '-',
    '',
    '1.2.3',
    '+1',
  ),
  fc.constantFrom('1e309', 'NaN', '0x1F', 'Infinity', '\u0661\u0662', '9'.repeat(70)),
);
const word = fc.tuple(fc.constantFrom(...'XYZEFIJRSPTxe'), number).map(([letter, value]) => letter + value);
const head = fc.constantFrom(
  ...[
    'G0',
    'G1',
    'G1',
    'G1',
    'G01',
    'g1',
    'G2',
    'G3',
    'G4',
    'G10',
    'G11',
    'G20',
    'G21',
    'G28',
    'G90',
    'G91',
    'G92',
  ],
  ...[
    'M82',
    'M83',
    'M104',
    'M140',
    'M141',
    'M201',
    'M203',
    'M204',
    'M205',
    'M207',
    'M220',
    'M566',
    'T0',
    'T3',
    'T99',
  ],
  ...['G1.1', 'G100000', 'M200', ';LAYER_CHANGE', ';LAYER:3', '; machine_max_jerk_x = 1e309', ''],
);
const line = fc
  .tuple(
    head,
    fc.array(word, { maxLength: 6 }),
    fc.constantFrom('', '', ' ; skirt', ';\tx', ' *12', '(c)', '  '),
  )
  .map(([command, words, tail]) => [command, ...words].join(' ') + tail);
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n');
const file = fc
  .array(fc.tuple(line, end), { maxLength: 40 })
  .map((lines) => Buffer.from(`${plain}${lines.flat().join('')}`, 'utf8'));

/** The whole analysis, or the reason why there is none. */
const wholly = (...chunks: Uint8Array[]): GcodeAnalysis | { readonly refused: string } => {
  const analyser = new GcodeAnalyser();
  try {
    for (const chunk of chunks) analyser.push(chunk);
    return analyser.end();
  } catch (error) {
    if (error instanceof Fault) return { refused: `${error.code} ${JSON.stringify(error.details)}` };
    throw error;
  }
};

const figures = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : Object.values((typeof value === 'object' && value) || {}).flatMap(figures);

describe('generated files, the same in each run', () => {
  const seeded = { seed: 20_261_124, numRuns: 400 };

  it('have only finite figures, and a time that never decreases', () => {
    fc.assert(
      fc.property(file, (content) => {
        const analysis = wholly(content);
        expect(figures(analysis).filter((value) => !Number.isFinite(value))).toEqual([]);
        if ('refused' in analysis) return;
        const { seconds } = analysis.timeline;
        expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
        expect(seconds.at(-1) ?? 0).toBeLessThanOrEqual(analysis.timeSeconds);
      }),
      seeded,
    );
  });

  it('the result does not depend on the chunks: single bytes give the same result as the whole file', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 90 }), (content, size) => {
        const chunks = Array.from({ length: Math.ceil(content.length / size) }, (_, at) =>
          content.subarray(at * size, (at + 1) * size),
        );
        expect(wholly(...chunks)).toEqual(wholly(content));
      }),
      seeded,
    );
  });

  it('the fast and the complete reading of a line agree', () => {
    const quick = new CommandWords();
    const thorough = new CommandWords();
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(wordIndex);
    const seen = (words: CommandWords) => ({
      ...{ letter: words.letter, code: words.code, plain: words.plain, letters: words.letters },
      ...{ numbered: words.numbered, values: letters.map((letter) => words.value(letter)) },
    });
    let taken = 0;
    fc.assert(
      fc.property(line, (text) => {
        const content = bytes(`${text}\n`);
        if (quick.parseOrdinary(content, 0) === NOT_ORDINARY) return;
        taken++;
        thorough.parse(content, 0, quick.ordinaryEnd);
        expect(seen(quick)).toEqual(seen(thorough));
      }),
      { ...seeded, numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});

describe('hostile files, and unusual ones', () => {
  it('millions of short lines and of layers take no memory', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(bytes('G28\nM83\n'));
    const block = bytes(';LAYER_CHANGE\nG1 X1 E1\nG1 X0 E1\n\n'.repeat(5000));
    for (let i = 0; i < 40; i++) analyser.push(block);
    const { timeline, layers, lines } = analyser.end();
    expect({ layers, lines }).toEqual({ layers: 200_000, lines: 800_002 });
    expect(timeline.offsets.length).toBeGreaterThan(300);
    expect(timeline.offsets.length).toBeLessThanOrEqual(MOST_MARKS);
  });

  it('analysis and streaming see the same commands, or refuse the same line', () => {
    fc.assert(
      fc.property(content, (file) => expect(analysed(file)).toEqual(streamed(file))),
      { numRuns: 500 },
    );
  });

  it('are read in the same way wherever the chunks are cut', () => {
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
    ['lines that contain only comments', 'M83\n(x)\n(y)\n(z)\nG1 E1\n', { commands: 2, filamentUm: [1000] }],
    ['a blank after the letter', 'M83\nG 1 X1 E5\n', { commands: 2, filamentUm: [5000] }],
    ['a bare E', 'M82\nG1 X1 E5\nG92 E\nG1 E6\n', { commands: 4, filamentUm: [6000] }],
  ])('%s does not hide it', (_what, file, expected) => {
    expect(analysed(bytes(file))).toEqual(expected);
    expect(streamed(bytes(file))).toEqual(expected);
  });

  it.each([
    ['behind a comment in parentheses', `G28\nG1 X${'1'.repeat(5000)} (x)\n`],
    ['by spaces that push its end beyond the longest line', `G28\nG1 X5${' '.repeat(MAX_LINE_BYTES)}E5\n`],
    ['by a comment that pushes it beyond the longest line', `G28\n(${'x'.repeat(MAX_LINE_BYTES)}) G1 E5\n`],
  ])('a long command is refused, hidden %s', (_what, file) => {
    const refused = expect.stringMatching(/^FILE.LINE_TOO_LONG {"line":2,/);
    expect(analysed(bytes(file))).toEqual({ refused });
    expect(streamed(bytes(file))).toEqual({ refused });
  });

  it('a PDF cut into single bytes is still a PDF, and a long text is not a long command', () => {
    const pdf = [...'%PDF-1.4\nfoo\n'].map(bytes);
    expect(analysed(...pdf)).toEqual({ refused: 'FILE.NOT_GCODE {"reason":"PDF"}' });
    expect(analysed(bytes(`${'prose '.repeat(40)}\nhello\n`))).toEqual({ refused: 'FILE.NO_COMMANDS {}' });
  });

  it('no text can become two lines on the wire', () => {
    for (const text of ['M117 a\nM112', 'M117 a\rM112', 'M117 \u010aM112'])
      expect(() => frameLine(1, text)).toThrow(RangeError);
  });
});
