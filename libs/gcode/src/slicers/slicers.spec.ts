import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { GcodeAnalyser, type GcodeAnalysis, type Thumbnails } from '../index';
import { SlicerComments } from './slicer-comments';

const fixture = (name: string) => readFileSync(`test/fixtures/gcode/slicers/${name}.gcode`);

function analyse(...chunks: Uint8Array[]): { analysis: GcodeAnalysis; thumbnails: Thumbnails } {
  const analyser = new GcodeAnalyser();
  for (const chunk of chunks) analyser.push(Buffer.from(chunk));
  return { analysis: analyser.end(), thumbnails: analyser.thumbnails() };
}

function read(...lines: string[]): SlicerComments {
  const comments = new SlicerComments();
  for (const line of lines) {
    const bytes = Buffer.from(line);
    comments.read(bytes, 0, bytes.length);
  }
  return comments;
}

const files = [
  [
    'prusaslicer',
    'PrusaSlicer',
    '2.7.1+linux-x64',
    289,
    ['220x124 png', '64x48 png'],
    'MK3S',
    'marlin',
    'PLA',
  ],
  ['superslicer', 'SuperSlicer', '2.5.59', 318, ['32x32 jpeg'], 'ENDER3', 'marlin2', 'PETG'],
  [
    'orcaslicer',
    'OrcaSlicer',
    '2.1.1',
    287,
    ['300x300 png', '48x48 png'],
    'Creality Ender-3 V2',
    'marlin2',
    'PLA',
  ],
  ['bambustudio', 'Bambu Studio', '01.10.01.50', 287, [], 'Creality Ender-3', 'marlin', 'PLA'],
  ['cura', 'Cura', '5.6.0', 293, ['32x32 png'], 'Creality Ender-3', 'Marlin', null],
  ['slic3r', 'Slic3r', '1.3.0', null, [], null, 'reprap', null],
  ['simplify3d', 'Simplify3D', '4.1.2', 300, [], null, null, 'PLA'],
  ['kirimoto', 'Kiri:Moto', '4.0.8', 277, ['300x300 png'], 'Creality.Ender.3', null, null],
] as const;

/** Some slicers round to a tenth of a millimetre. */
const ROUNDING_MM = 0.05;

describe.each(files)('a file of %s', (name, slicer, version, seconds, pictures, printer, flavour, type) => {
  const { analysis, thumbnails } = analyse(fixture(name));
  const { slicerEstimate: estimate, slicerSettings: settings } = analysis;

  it('names its slicer and its printer', () => {
    expect(analysis.slicer).toEqual({ name: slicer, version });
    expect(settings).toMatchObject({ printerModel: printer, flavour, layerHeight: 0.2 });
    expect(estimate.filamentType).toBe(type);
  });

  it('has the slicer’s filament and layers', () => {
    const said = estimate.filamentMm?.[0] ?? 0;
    expect(said).toBeGreaterThan(300);
    expect(estimate.filamentMm).toHaveLength(1);
    expect(Math.abs((analysis.filamentMm[0] ?? 0) - said)).toBeLessThan(said * 0.0002 + ROUNDING_MM);
    expect(analysis.layers).toBe(10);
    expect(estimate.layers ?? 10).toBe(10);
  });

  it('has the slicer’s time', () => {
    expect(estimate.seconds).toBe(seconds);
  });

  it('shows its pictures', () => {
    const kept = thumbnails.kept.filter(({ source }) => source === 'slicer');
    expect(kept.map(({ width, height, format }) => `${width}x${height} ${format}`)).toEqual(pictures);
    expect(thumbnails.dropped).toEqual([]);
  });

  it('stays within a small printer, except for a purge line before the bed', () => {
    const { min, max } = analysis.extents.moves ?? { min: { x: -9, y: -9 }, max: { x: 0, y: 0, z: 0 } };
    expect([min.x >= 0, min.y >= -3]).toEqual([true, true]);
    expect([max.x <= 250, max.y <= 210, max.z <= 210]).toEqual([true, true, true]);
  });

  it('is read in the same way wherever the chunks are cut', () => {
    const content = fixture(name);
    const whole = { analysis, thumbnails };
    fc.assert(
      fc.property(fc.array(fc.nat(content.length), { maxLength: 20 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), content.length];
        expect(analyse(...at.slice(1).map((cut, index) => content.subarray(at[index], cut)))).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe('slicers’ information', () => {
  it('of the machine is available for the time model, in the normal mode', () => {
    const { slicerSettings } = analyse(fixture('prusaslicer')).analysis;
    expect(slicerSettings.machineLimits).toEqual({
      acceleration: { x: 1000, y: 1000, z: 200, e: 5000 },
      feedrate: { x: 200, y: 200, z: 12, e: 120 },
      jerk: { x: 8, y: 8, z: 0.4, e: 4.5 },
      extruding: 1250,
      retracting: 1250,
      travel: 1500,
      junctionDeviation: null,
    });
    expect(analyse(fixture('cura')).analysis.slicerSettings.machineLimits).toBeNull();
    const orca = read('; machine_max_speed_x = 500,200', '; machine_max_junction_deviation = 0.01').settings;
    expect(orca.machineLimits).toMatchObject({ feedrate: { x: 500, y: null }, junctionDeviation: 0.01 });
  });

  it('of grams, volume, cost, first layer and temperatures', () => {
    const { slicerEstimate, slicerSettings } = analyse(fixture('prusaslicer')).analysis;
    expect(slicerEstimate).toMatchObject({
      filamentGrams: [1.01],
      filamentCm3: [0.82],
      cost: 0.03,
      firstLayerSeconds: 70,
    });
    expect(slicerSettings).toMatchObject({
      firstLayerHeight: 0.2,
      nozzleDiameters: [0.4],
      nozzleTemperatures: [210],
      firstLayerNozzleTemperatures: [215],
      bedTemperature: 60,
      firstLayerBedTemperature: 60,
    });
  });

  it('of several tools is kept per tool', () => {
    const { estimate, settings } = read(
      '; filament used [mm] = 0.00, 1234.50',
      '; filament used [g] = 0.00, 3.40',
      '; filament_type = PLA;PETG',
      '; nozzle_diameter = 0.4,0.6',
    );
    expect(estimate).toMatchObject({
      filamentMm: [0, 1234.5],
      filamentGrams: [0, 3.4],
      filamentType: 'PETG',
    });
    expect(settings).toMatchObject({ filamentTypes: ['PLA', 'PETG'], nozzleDiameters: [0.4, 0.6] });
    const slic3r = read('; filament used = 100.5mm (0.2cm3)', '; filament used = 50.1mm (0.1cm3)').estimate;
    expect(slic3r).toMatchObject({ filamentMm: [100.5, 50.1], filamentCm3: [0.2, 0.1] });
  });

  it('of some filaments only is assigned to the right tools; mm³ labelled as cm³ are ignored', () => {
    const { estimate } = read(
      '; BambuStudio 02.01.01.52',
      '; total filament length [mm] : 3876.08,2356.72',
      '; total filament volume [cm^3] : 9323.05,5668.58',
      '; total filament weight [g] : 11.84,7.20',
      '; filament: 2,4',
    );
    expect(estimate.filamentMm).toEqual([0, 3876.08, 0, 2356.72]);
    expect(estimate.filamentGrams).toEqual([0, 11.84, 0, 7.2]);
    expect(estimate.filamentCm3?.[1]).toBeCloseTo(9.32305);
  });

  it('of an Ultimaker is read from its own header', () => {
    const { estimate, settings, slicer } = read(
      ';FLAVOR:Griffin',
      ';GENERATOR.NAME:Cura_SteamEngine',
      ';GENERATOR.VERSION:4.5.0',
      ';TARGET_MACHINE.NAME:Ultimaker 3',
      ';EXTRUDER_TRAIN.1.MATERIAL.VOLUME_USED:2911',
      ';BUILD_PLATE.INITIAL_TEMPERATURE:60',
      ';PRINT.TIME:480',
    );
    expect(slicer).toEqual({ name: 'Cura', version: '4.5.0' });
    expect(estimate).toMatchObject({ seconds: 480, filamentCm3: [0, 2.911] });
    expect(settings).toMatchObject({
      printerModel: 'Ultimaker 3',
      flavour: 'Griffin',
      firstLayerBedTemperature: 60,
    });
  });

  it('of weight is read from a start script of Cura', () => {
    const { estimate, settings } = read(
      ';Filament weight = [12.3, 4.5]',
      ';Filament type = PLA 2.85',
      ';Nozzle diameter = 0.5mm',
    );
    expect(estimate).toMatchObject({ filamentGrams: [12.3, 4.5], filamentType: 'PLA' });
    expect(settings.nozzleDiameters).toEqual([0.5]);
  });

  it('is ignored where Cura writes placeholders before it has sliced', () => {
    expect(read(';TIME:6666', ';Filament used: 0m').estimate).toMatchObject({
      seconds: null,
      filamentMm: null,
    });
    expect(read(';TIME:6666', ';Filament used: 1.5m').estimate).toMatchObject({
      seconds: 6666,
      filamentMm: [1500],
    });
  });

  it.each([
    ['; generated by QIDISlicer 1.1.7 on 2024-01-01 at 10:00:00 UTC', 'QIDISlicer', '1.1.7'],
    ['; generated by Creality_Print V7.0.1.4212 on 2026-8-21 at 1:19:29', 'Creality_Print', '7.0.1.4212'],
    ['; generated by Snapmaker Orca 2.3.6.5 on 2026-09-07 at 12:34:50', 'Snapmaker Orca', '2.3.6.5'],
    ['; generated by BambuStudio 1.9.0', 'Bambu Studio', '1.9.0'],
    ['; G-Code generated by Simplify3D(R) Version 5.1.2', 'Simplify3D', '5.1.2'],
    ['; generated by a friend on Monday', 'a friend', null],
  ])('names forks and unknown slicers as the file does: %s', (line, name, version) => {
    expect(read(line).slicer).toEqual({ name, version });
  });

  it.each([
    ['; estimated printing time (normal mode) = 1d 2h 3m 4s', 93_784],
    [';   Build Time: 1 hour 1 minute', 3660],
    [';   Build time: 0 hours 34 minutes', 2040],
    [';TIME:390', 390],
    [';TIME:390,5', 390.5],
    ['; --- print time: 1414s ---', 1414],
    ['; estimated printing time (normal mode) = -5m', null],
    ['; estimated printing time (normal mode) = 3650d', null],
    ['; estimated printing time (normal mode) = 5m and a bit', null],
    [`; estimated printing time (normal mode) = ${'9'.repeat(300)}h`, null],
    [';TIME:1e309', null],
    [';TIME:NaN', null],
    [';TIME:0x10', null],
    [';TIME:', null],
  ])('is a time or nothing: %s', (line, seconds) => {
    expect(read(line).estimate.seconds).toBe(seconds);
  });

  it.each([
    [';Filament used: 1,5m', [1500]],
    [';Filament used: 1.5m, 0.25m', [1500, 250]],
    [';   Filament length: 1234,5 mm (1,23 m)', [1234.5]],
    ['; filament used [mm] = ', null],
    ['; filament used [mm] = -5', null],
    ['; filament used [mm] = 5, NaN', null],
    ['; filament used [mm] = 1e309', null],
    ['; filament used [mm] = 99999999999', null],
    [`; filament used [mm] = ${'1,'.repeat(100)}1`, null],
  ])('is a length or nothing: %s', (line, filamentMm) => {
    expect(read(line).estimate.filamentMm).toEqual(filamentMm);
  });

  it('is readable: no control characters, no endless names', () => {
    expect(read('; printer_model = "Pru\u0007sa\u202eMK4é"').settings.printerModel).toBe('PrusaMK4é');
    expect(read(`; printer_model = ${'x'.repeat(400)}`).settings.printerModel).toHaveLength(64);
  });

  it('is read only up to a limit, but all layers are counted', () => {
    const comments = new SlicerComments();
    const say = (line: string) => comments.read(Buffer.from(line), 0, line.length);
    for (let i = 0; i < 10_000; i++) say('; filament used [mm] = nothing');
    say('; filament used [mm] = 5');
    for (let i = 0; i < 20_000; i++) say(';LAYER_CHANGE');
    expect(comments.estimate.filamentMm).toBeNull();
    expect(comments.layerMarks).toBe(20_000);
  });

  it('never stops the analysis, whatever it contains', () => {
    const starts = fixture('prusaslicer')
      .toString()
      .split('\n')
      .concat(fixture('cura').toString().split('\n'));
    const start = fc.constantFrom(...starts.filter((line) => line.startsWith(';')));
    const line = fc.tuple(start, fc.nat(60), fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const comments = read(...lines.map(([text, at, more]) => `;${text.slice(1, at)}${more}`));
        const said = JSON.stringify([comments.slicer, comments.estimate, comments.settings]);
        expect(said.length).toBeLessThan(20_000);
        expect(said).not.toMatch(/:-\d|Infinity/);
        comments.thumbnails();
      }),
      { numRuns: 300 },
    );
  });
});
