import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CommandReader, ExtrusionMeter, frameLength, frameLine } from './index';

/** Frames that a real Marlin 2.1 took or refused, from its transcript. */
const transcript = readFileSync('test/fixtures/transcripts/marlin-2.1-advanced-ok.txt', 'utf8');

describe('frames', () => {
  it('are those that a real Marlin accepts', () => {
    for (const [n, command] of [
      [0, 'M110 N0'],
      [1, 'M105'],
      [2, 'M114'],
      [3, 'M105'],
    ] as const) {
      expect(transcript).toContain(`> ${frameLine(n, command).toString('latin1').trimEnd()}\n`);
    }
  });

  it('carry the exclusive or of every byte before the asterisk', () => {
    const command = fc.string({
      unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)),
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.nat(1_000_000), command, (n, text) => {
        const frame = frameLine(n, text);
        const star = frame.lastIndexOf(0x2a);
        const checksum = frame.subarray(0, star).reduce((sum, byte) => sum ^ byte, 0);
        expect(frame.subarray(star + 1).toString()).toBe(`${checksum}\n`);
        expect(frame.length).toBeLessThanOrEqual(frameLength(n, text.length));
      }),
    );
  });
});

describe('reading commands', () => {
  const read = (...chunks: string[]) => {
    const commands: [string, number][] = [];
    const reader = new CommandReader((command, line) => commands.push([command, line]));
    for (const chunk of chunks) reader.push(Buffer.from(chunk, 'latin1'));
    reader.end();
    return commands;
  };

  it('leaves comments, numbers, checksums and blanks out, and keeps the file’s line numbers', () => {
    expect(read('; head\n\n  G28 ; home\nN3 G1 X1*97\nG1 (fast) X2\nM117 Hi (you)*\n')).toEqual([
      ['G28', 3],
      ['G1 X1', 4],
      ['G1 X2', 5],
      ['M117 Hi (you)*', 6],
    ]);
  });

  it('gives the same wherever the chunks are cut, and the last line without a line end', () => {
    const content = 'G28\r\nG1 X1 ; a\r\n;\r\nM104 S200';
    const whole = read(content);
    expect(whole).toEqual([
      ['G28', 1],
      ['G1 X1', 2],
      ['M104 S200', 4],
    ]);
    for (let cut = 0; cut <= content.length; cut++)
      expect(read(content.slice(0, cut), content.slice(cut))).toEqual(whole);
  });

  it('says where each line ends, for progress by bytes', () => {
    const offsets: number[] = [];
    const reader = new CommandReader((_command, _line, endOffset) => offsets.push(endOffset));
    reader.push(Buffer.from('G28\n;x\nG1'));
    reader.push(Buffer.from(' X1\n'));
    reader.end();
    expect(offsets).toEqual([4, 13]);
  });
});

describe('measuring filament', () => {
  const measure = (...commands: string[]) => {
    const meter = new ExtrusionMeter();
    for (const command of commands) meter.apply(command);
    return meter.filamentUm;
  };

  it.each([
    ['absolute', ['M82', 'G92 E0', 'G1 E10', 'G1 E8', 'G1 E10', 'G1 E12'], [12_000]],
    ['relative', ['M83', 'G1 E10', 'G1 E-2', 'G1 E2', 'G1 E2'], [12_000]],
    ['a retraction without a return', ['M83', 'G1 E10', 'G1 E-5'], [10_000]],
    ['a new origin', ['M82', 'G1 E10', 'G92 E0', 'G1 E5'], [15_000]],
    ['two tools', ['M83', 'T0', 'G1 E1', 'T1', 'G1 E2', 'T0', 'G1 E3'], [4_000, 2_000]],
    ['one position of E for all tools', ['M82', 'G1 E5', 'T1', 'G1 E6'], [5_000, 1_000]],
    ['volume', ['M200 D1.75', 'M83', 'G1 E2.40528', 'M200 D0', 'G1 E1'], [2_000]],
    ['volume with another diameter', ['M200 D2.85', 'M82', 'G1 E63.79397'], [10_000]],
    ['a tool that no machine has', ['M83', 'T99', 'G1 E1', 'T-1', 'Tx', 'T0'], [1_000]],
    ['inches', ['G20', 'M83', 'G1 E1'], [25_400]],
    ['G91 for E too', ['G91', 'G1 E1', 'G1 E1', 'G90', 'G1 E3'], [3_000]],
    ['arcs', ['M83', 'G2 X1 Y1 I1 J0 E1.5'], [1_500]],
    ['flow', ['M83', 'M221 S95', 'G1 E10', 'M221', 'G1 E-1', 'G1 E1', 'M221 S100.9', 'G1 E1'], [10_500]],
    [
      'flow of a tool',
      ['M83', 'M221 T1 S50', 'G1 E1', 'T1', 'G1 E1', 'M221 T99 S1', 'M221 T-1 S1'],
      [1_000, 500],
    ],
    [
      'flow does not change the position of E',
      ['G1 E10', 'M221 S50', 'G1 E20', 'G1 E10', 'G1 E20'],
      [15_000],
    ],
    ['flow of a volume', ['M200 D1.75', 'M83', 'M221 S50', 'G1 E2.40528'], [500]],
    ['small letters without blanks', ['m83', 'g1x10e2'], [2_000]],
    ['text that looks like a move', ['M83', 'M117 G1 E5', 'M118 E1 G1 E5'], [0]],
  ])('%s', (_what, commands, expected) => {
    expect(measure(...commands)).toEqual(expected);
  });

  const marlin1 = { modes: 'either', flow: 'whole', flowOf: 'tool', volumetric: true } as const;
  const prusa = { modes: 'own', flow: 'whole', flowOf: 'all', volumetric: true } as const;
  const klipper = { modes: 'either', flow: 'fraction', flowOf: 'all', volumetric: false } as const;

  it.each<[string, ConstructorParameters<typeof ExtrusionMeter>[0], string[], number]>([
    ['Marlin 2: G90 overrules M83', undefined, ['M83', 'G90', 'G1 E1', 'G1 E1'], 1_000],
    ['Marlin 2: M82 overrules G91', undefined, ['G91', 'M82', 'G1 E1', 'G1 E1'], 1_000],
    ['Marlin 1: G90 does not change M83', marlin1, ['M83', 'G90', 'G1 E1', 'G1 E1'], 2_000],
    ['Marlin 1: E is relative after G91, also after M82', marlin1, ['G91', 'M82', 'G1 E1', 'G1 E1'], 2_000],
    ['Prusa: G90 does not change M83', prusa, ['M83', 'G90', 'G1 E1', 'G1 E1'], 2_000],
    ['Prusa: G91 does not act on E', prusa, ['G91', 'G1 E1', 'G1 E1'], 1_000],
    ['Klipper: E is relative after G91', klipper, ['G91', 'M82', 'G1 E1', 'G1 E1'], 2_000],
    ['Klipper: fractions of a per cent', klipper, ['M83', 'M221 S99.5', 'G1 E2', 'M221', 'G1 E1'], 2_990],
    ['Klipper does not know volumes', klipper, ['M83', 'M200 D1.75', 'G1 E1'], 1_000],
  ])('%s', (_what, reading, commands, expected) => {
    const meter = new ExtrusionMeter(reading);
    for (const command of commands) meter.apply(command);
    expect(meter.filamentUm).toEqual([expected]);
  });

  it('never falls', () => {
    const command = fc.oneof(
      fc.double({ min: -50, max: 50, noNaN: true }).map((e) => `G1 X1 E${e.toFixed(3)}`),
      fc.constantFrom(
        'M82',
        'M83',
        'G92 E0',
        'T0',
        'T1',
        'G90',
        'G91',
        'M221 S87',
        'M221 T0 S110',
        'G10',
        'G11',
      ),
    );
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const meter = new ExtrusionMeter();
        let total = 0;
        for (const each of commands) {
          meter.apply(each);
          const now = meter.filamentUm.reduce((sum, um) => sum + um, 0);
          expect(now).toBeGreaterThanOrEqual(total);
          total = now;
        }
      }),
    );
  });
});
