import { createReadStream, readFileSync } from 'node:fs';
import { Fault } from '@pandafab/shared';
import fc from 'fast-check';
import { GcodeAnalyser, type GcodeAnalysis, secondsAt } from './index';

function analyse(...chunks: (string | Uint8Array)[]): GcodeAnalysis {
  const analyser = new GcodeAnalyser();
  for (const chunk of chunks) analyser.push(Buffer.from(chunk));
  return analyser.end();
}

function refusal(content: string | Uint8Array): Partial<Fault> {
  try {
    analyse(content);
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it was taken');
}

describe('real files', () => {
  it.each([
    ['cube20', 1657.78, 99, 28 * 60 + 30],
    ['bracket', 4086.07, 365, 94 * 60 + 4],
  ])('%s is read as its slicer meant it', async (name, filamentMm, layers, seconds) => {
    const analyser = new GcodeAnalyser();
    for await (const chunk of createReadStream(`test/fixtures/gcode/${name}.gcode`))
      analyser.push(chunk as Buffer);
    const analysis = analyser.end();
    expect(Math.abs((analysis.filamentMm[0] ?? 0) / filamentMm - 1)).toBeLessThan(0.0002);
    expect(analysis.slicerEstimate.filamentMm).toEqual([filamentMm]);
    expect(analysis.slicerEstimate.seconds).toBe(seconds);
    expect(analysis.slicerEstimate.filamentType).toBe('PLA');
    expect(analysis.slicer).toEqual({ name: 'PrusaSlicer', version: '2.5.0' });
    expect(analysis.layers).toBe(layers);
    expect(analysis.temperatures).toEqual({
      firstLayerNozzle: 215,
      maxNozzle: 215,
      firstLayerBed: 60,
      maxBed: 60,
      firstLayerChamber: null,
      maxChamber: null,
      nozzles: [{ firstLayer: 215, max: 215 }],
    });
    expect(Math.abs(analysis.timeSeconds / seconds - 1)).toBeLessThan(0.01);
  });

  it('does not depend on where the chunks are cut', () => {
    const content = readFileSync('test/fixtures/gcode/cube20.gcode').subarray(0, 40_000);
    const whole = analyse(content);
    fc.assert(
      fc.property(fc.array(fc.nat(content.length), { maxLength: 30 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), content.length];
        const chunks = at.slice(1).map((cut, index) => content.subarray(at[index], cut));
        expect(analyse(...chunks)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe('time', () => {
  const square = 'G1 X100 E1\nG1 Y100 E1\nG1 X0 E1\nG1 Y0 E1\n'.repeat(20);
  const print = `G28\nM83\nG1 F12000\n${square}`;
  const seconds = (content: string, tail?: string) => {
    const analyser = new GcodeAnalyser(tail === undefined ? undefined : Buffer.from(tail));
    analyser.push(Buffer.from(content));
    return analyser.end().timeSeconds;
  };

  it('is that of trapezoids: from jerk to 200 mm/s and back along each side', () => {
    // 0.127 s of ramp at each end from 10 mm/s by 1500 mm/s², the rest at 200 mm/s.
    const side = 2 * (190 / 1500) + (100 - (200 ** 2 - 10 ** 2) / 1500) / 200;
    expect(seconds(print)).toBeCloseTo(80 * side, 0);
  });

  it.each([
    ['M204 S500', 'M204 S500\n'],
    ['M203 X50 Y50', 'M203 X50 Y50\n'],
    ['M205 X1 Y1', 'M205 X1 Y1\n'],
    ['M205 with a small junction deviation', 'M205 J0.001\n'],
    ['M566, in mm/min', 'M566 X60 Y60\n'],
    ['M220', 'M220 S50\n'],
    ['a slicer’s config at its top', '; machine_max_acceleration_extruding = 500,400\n'],
  ])('%s makes it longer', (_what, before) => {
    expect(seconds(before + print)).toBeGreaterThan(seconds(print) * 1.01);
  });

  it('knows the machine that PrusaSlicer describes at the end of the file', () => {
    const file = `${print}; machine_max_acceleration_extruding = 500,400\r\n; machine_max_feedrate_x = 100,50\r\n`;
    expect(seconds(file, file.slice(-90))).toBeGreaterThan(seconds(file) * 1.2);
  });

  it('counts pauses, firmware retraction and whole turns of arcs, and no heating', () => {
    expect(seconds(`${print}G4 P1500\nG4 S2\n`)).toBeCloseTo(seconds(print) + 3.5, 0);
    expect(seconds(`${print}M207 S5 F300\nG10\nG11\n`)).toBeGreaterThan(seconds(print) + 1);
    expect(seconds(`${print}G2 X0 Y0 I10 P4 E1\n`)).toBeGreaterThan(
      seconds(print) + 4 * ((20 * Math.PI) / 200),
    );
    expect(seconds(`M109 S215\n${print}`)).toBe(seconds(print));
  });

  it('is told for places of the file, layer by layer', () => {
    const layer = (z: number) => `;LAYER_CHANGE\nG1 Z${z}\n${square}`;
    const content = `G28\nM83\nG1 F12000\n${layer(0.2)}${layer(0.4)}${layer(0.6)}`;
    const { timeline, timeSeconds, bytes } = analyse(content);
    expect(timeline.layers).toEqual([1, 2, 3]);
    expect(timeline.z).toEqual([0.2, 0.4, 0.6]);
    expect(timeline.lines).toEqual([6, 88, 170]);
    expect(content.slice(timeline.offsets[1])).toMatch(/^G1 X100 E1\n/);
    const end = { bytes, seconds: timeSeconds };
    expect(secondsAt(timeline, 0, end)).toBe(0);
    expect(secondsAt(timeline, bytes, end)).toBe(timeSeconds);
    expect(secondsAt(timeline, timeline.offsets[1] ?? 0, end) / timeSeconds).toBeCloseTo(1 / 3, 1);
  });
});

describe('heaters', () => {
  it('each nozzle, bed and chamber: at the first extrusion, and at most', () => {
    const { temperatures } = analyse(
      'M141 S45\nM104 T1 S200\nM104 S210\nM140 S60\nG28\nM83\nG1 X1 E1\nT1\nM104 S250\nG1 X2 E1\n',
    );
    expect(temperatures).toMatchObject({ firstLayerBed: 60, firstLayerChamber: 45, maxNozzle: 250 });
    expect(temperatures.nozzles).toEqual([
      { firstLayer: 210, max: 210 },
      { firstLayer: 200, max: 250 },
    ]);
  });
});

describe('extents and layers', () => {
  it('tells where it extrudes from where it goes', () => {
    const { extents } = analyse('G28\nG90\nM83\nG1 Z0.2\nG1 X10 Y20\nG1 X30 Y40 E2\nG1 X100 Y5\nG1 Z50\n');
    expect(extents.extruding).toEqual({ min: { x: 10, y: 20, z: 0.2 }, max: { x: 30, y: 40, z: 0.2 } });
    expect(extents.moves).toEqual({ min: { x: 10, y: 5, z: 0.2 }, max: { x: 100, y: 40, z: 50 } });
  });

  it('names the first line that reaches each side', () => {
    const { extentLines } = analyse('G28\nG90\nM83\nG1 X10 Y20\nG1 X30 Y40 E2\nG1 X100 Y5\nG1 X100 Y5\n');
    expect(extentLines.moves).toMatchObject({ min: { x: 4, y: 6 }, max: { x: 6, y: 5 } });
    expect(extentLines.extruding).toMatchObject({ min: { x: 5, y: 5 }, max: { x: 5, y: 5 } });
  });

  it('follows the bulge of an arc', () => {
    const { extents } = analyse('G28\nG90\nM83\nG1 X10 Y0\nG3 X-10 Y0 I-10 J0 E3\n');
    expect(extents.extruding?.max.y).toBeCloseTo(10, 1);
  });

  it('knows inches, relative moves and shifted origins', () => {
    const { extents } = analyse('G28\nG20\nG1 X1 Y1\nG21\nG91\nG1 X10\nG90\nG92 X0\nG1 X5\n');
    expect(extents.moves?.max.x).toBeCloseTo(25.4 + 10 + 5, 3);
  });

  it('counts layers by height where the slicer marks none', () => {
    const layer = (z: number) => `G1 Z${z}\nG1 X0 Y0\nG1 X9 Y9 E1\n`;
    expect(analyse(`G28\nM83\n${layer(0.2)}${layer(0.4)}${layer(0.6)}`).layers).toBe(3);
  });
});

describe('slicers', () => {
  it.each([
    ['; generated by SuperSlicer 2.5.59 on 2026-01-01', 'SuperSlicer', '2.5.59'],
    ['; generated by OrcaSlicer 2.2.0 on 2026-01-01', 'OrcaSlicer', '2.2.0'],
    ['; generated by Slic3r 1.3.0 on 2026-01-01', 'Slic3r', '1.3.0'],
    ['; BambuStudio 01.09.05.51', 'Bambu Studio', '01.09.05.51'],
    [';Generated with Cura_SteamEngine 5.8.0', 'Cura', '5.8.0'],
    ['; G-Code generated by Simplify3D(R) Version 4.1.2', 'Simplify3D', '4.1.2'],
    ['; Generated by Kiri:Moto 4.0.1', 'Kiri:Moto', '4.0.1'],
    ['; Generated by Kiri:Moto (SimplyPrint) 3.9.0', 'Kiri:Moto', '3.9.0'],
    ['; generated by PrusaSlicer 2.8.0+win64 on 2026-01-01', 'PrusaSlicer', '2.8.0+win64'],
    ['; generated by Slic3r Prusa Edition 1.41.2 on 2019-01-01', 'Slic3r', '1.41.2'],
    ['; generated by OrcaSlicer', 'OrcaSlicer', null],
    [';GENERATOR.NAME:Cura_SteamEngine\n;GENERATOR.VERSION:5.4.0', 'Cura', '5.4.0'],
  ])('%s', (line, name, version) => {
    expect(analyse(`${line}\nG28\nG1 X1\n`).slicer).toEqual({ name, version });
  });

  it.each([
    [';TIME:6666\n;Filament used: 1.5m, 0.25m', 6666, [1500, 250]],
    [';   Build time: 1 hours 20 minutes\n;   Filament length: 1234.5 mm (1.23 m)', 4800, [1234.5]],
    [
      '; model printing time: 1h 2m; total estimated time: 1h 5m 3s\n; total filament length [mm] : 10.5,20',
      3903,
      [10.5, 20],
    ],
    ['; --- print time: 1234s\n; --- filament used: 99.5 mm', 1234, [99.5]],
  ])('reads the estimate of %j', (comments, seconds, filamentMm) => {
    const { slicerEstimate } = analyse(`${comments}\nG28\nG1 X1\n`);
    expect(slicerEstimate).toMatchObject({ seconds, filamentMm });
  });
});

describe('layer marks', () => {
  it.each([
    [';LAYER_CHANGE\n;Z:0.2\n;LAYER:0\n', 1],
    [';LAYER:0\n;LAYER:1\n;LAYER_COUNT:2\n', 2],
    ['; CHANGE_LAYER\n; Z_HEIGHT: 0.2\n; layer num/total_layer_count: 1/60\n', 1],
    ['; layer 1, Z = 0.200\n; layer 2, Z = 0.400\n', 2],
    [';; --- layer 0 (0.200 @ 0.2) ---\n', 1],
  ])('%j', (comments, layers) => {
    expect(analyse(`G28\n${comments}G1 X1\n`).layers).toBe(layers);
  });

  it('an estimate that is no number is none', () => {
    expect(analyse(';TIME:...\n;Filament used: .m\nG28\n').slicerEstimate).toMatchObject({
      seconds: null,
      filamentMm: null,
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', '', { code: 'FILE.EMPTY' }],
    ['a web page', '<!DOCTYPE html><html>', { code: 'FILE.NOT_GCODE', details: { reason: 'HTML / XML' } }],
    ['a model', 'solid cube\nfacet normal 0 0 1\n', { code: 'FILE.NOT_GCODE', details: { reason: 'STL' } }],
    ['prose', 'Hello there,\nhow do you do?\nI am fine.\n', { code: 'FILE.NO_COMMANDS' }],
    ['comments only', '; nothing\n; here\n', { code: 'FILE.NO_COMMANDS' }],
    ['NUL bytes', 'G28\nG1 X1\nG1\0X2\n', { code: 'FILE.NUL_BYTES', details: { line: 3 } }],
  ])('%s', (_what, content, expected) => {
    expect(refusal(content)).toMatchObject(expected);
  });

  it('a command that no firmware’s buffer holds, with its line', () => {
    expect(refusal(`G28\n\nM117 ${'x'.repeat(5000)}\n`)).toMatchObject({
      code: 'FILE.LINE_TOO_LONG',
      details: { line: 3, limit: 4096 },
    });
  });

  it('an endless line, in bounded memory', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(Buffer.from('G28\nG1 X'));
    const digits = Buffer.alloc(65_536, 0x31);
    for (let i = 0; i < 100; i++) analyser.push(digits);
    expect(() => analyser.push(Buffer.from('\n'))).toThrow(/FILE.LINE_TOO_LONG/);
  });
});

describe('odd writing', () => {
  it('reads CR, CR LF, a byte order mark, small letters, no blanks and line numbers alike', () => {
    const plain = analyse('G28\nM83\nG1 X10 Y0\nG1 X20 Y5 E2\n');
    const odd = [
      '\ufeffG28\r\nM83\r\ng1x10y0\r\nN4 G01 X20.0Y+5 E2.*71\r\n',
      'G28\rM83\rG1 X10 Y0\rG1 X20 Y5 E2\r',
    ];
    for (const content of odd) {
      const { extents, filamentMm, lines } = analyse(content);
      expect({ extents, filamentMm, lines }).toEqual({ extents: plain.extents, filamentMm: [2], lines: 4 });
    }
  });

  it('never measures what is not a number', () => {
    const odd = `G28\nM83\nG1 X1e309 E1\nG1 XNaN Y${'9'.repeat(60)} E1\nG1 X0x10 E.5\n`;
    const { filamentMm, extents, timeSeconds } = analyse(odd);
    const numbers = [...filamentMm, timeSeconds, extents.moves?.max.x, extents.moves?.max.y];
    expect(numbers.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('whatever bytes come, it ends in an analysis or a Fault', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'G1',
            'X',
            'E',
            '-',
            '1.5',
            '\n',
            ';',
            '(',
            ')',
            '*',
            ' ',
            'M104 S',
            'T9',
            '\r',
            '\u00ff',
          ),
        ),
        (parts) => {
          try {
            const { filamentMm, timeSeconds } = analyse(Buffer.from(parts.join(''), 'latin1'));
            expect([...filamentMm, timeSeconds].every(Number.isFinite)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
    );
  });
});
