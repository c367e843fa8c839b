import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { analyseFile } from './analyse-file';
import { ExtrusionMeter } from './extrusion-meter';
import { asRead } from './readings';

const directory = mkdtempSync(join(tmpdir(), 'pandafab-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const profiles = loadProfiles(defaultProfilesDirectory);
const all = [...profiles.values()].map(({ extrusion }) => extrusion);
const FIRMWARES = ['marlin-2', 'marlin-1', 'prusa-mk3', 'klipper'] as const;
type Firmware = (typeof FIRMWARES)[number];
const readingOf = (id: Firmware) => findProfile(profiles, id).extrusion;

let files = 0;
async function analyse(commands: readonly string[], readings = [readingOf('marlin-2'), ...all]) {
  const path = join(directory, `${files++}.gcode`);
  writeFileSync(path, `${commands.join('\n')}\n`);
  return (await analyseFile(path, readings)).analysis;
}

/** What the ledger of such a machine would book of it. */
function booked(commands: readonly string[], id: Firmware): number[] {
  const meter = new ExtrusionMeter(readingOf(id));
  for (const command of commands) meter.apply(command);
  return meter.filamentMm;
}

const START = ['G28', 'M109 S200', 'G1 Z0.2'];
const PRUSA_START = ['M83', 'G90', ...START, 'G1 X10 E1', 'G1 X20 E1', 'G1 X30 E1'];

describe('a file is read as the machine reads it', () => {
  it.each<[string, string[], Record<Firmware, number[]>]>([
    ['M83 before G90', PRUSA_START, { 'marlin-2': [1], 'marlin-1': [3], 'prusa-mk3': [3], klipper: [3] }],
    [
      'M82 after G91',
      [...START, 'G91', 'M82', 'G1 X1 E1', 'G1 X1 E1'],
      { 'marlin-2': [1], 'marlin-1': [2], 'prusa-mk3': [1], klipper: [2] },
    ],
    [
      'G91 alone',
      [...START, 'G91', 'G1 X1 E1', 'G1 X1 E1'],
      { 'marlin-2': [2], 'marlin-1': [2], 'prusa-mk3': [1], klipper: [2] },
    ],
    [
      'one flow for all tools, or one for each',
      [...START, 'T0', 'M221 S95', 'M83', 'T2', 'G1 X60 E100'],
      { 'marlin-2': [0, 0, 100], 'marlin-1': [0, 0, 100], 'prusa-mk3': [0, 0, 95], klipper: [0, 0, 95] },
    ],
    [
      'fractions of a flow',
      [...START, 'M83', 'M221 S99.5', 'G1 X60 E100'],
      { 'marlin-2': [99], 'marlin-1': [99], 'prusa-mk3': [99], klipper: [99.5] },
    ],
    [
      'M200, which Klipper does not know',
      [...START, 'M200 D1.75', 'M83', 'G1 X60 E24.053'],
      { 'marlin-2': [10], 'marlin-1': [10], 'prusa-mk3': [10], klipper: [24.053] },
    ],
    [
      'a file that all firmwares read in the same way',
      [...START, 'G90', 'M83', 'G1 X10 E1', 'G1 X20 E1'],
      { 'marlin-2': [2], 'marlin-1': [2], 'prusa-mk3': [2], klipper: [2] },
    ],
  ])('%s', async (_what, commands, expected) => {
    const analysis = await analyse(commands);
    for (const id of FIRMWARES) {
      const read = asRead(analysis, readingOf(id)).filamentMm;
      expect([id, read.map((mm) => Number(mm.toFixed(3)))]).toEqual([id, expected[id]]);
      expect([id, booked(commands, id).map((mm) => Number(mm.toFixed(3)))]).toEqual([id, expected[id]]);
    }
  });

  it('says with which reading its figures were calculated', async () => {
    const { readings } = await analyse(PRUSA_START, [readingOf('prusa-mk3')]);
    expect(readings.used).toMatchObject({ modes: 'own', flowOf: 'all' });
    expect((await analyse(PRUSA_START)).readings.used).toMatchObject({ modes: 'latest' });
  });

  it('extents, time and progress follow the reading too', async () => {
    const analysis = await analyse(PRUSA_START);
    expect(analysis.extents.extruding?.max.x).toBe(10);
    const prusa = asRead(analysis, readingOf('prusa-mk3'));
    expect(prusa.extents.extruding?.max.x).toBe(30);
    expect(prusa.readings.used.modes).toBe('own');
  });

  it('is read only once when all firmwares agree', async () => {
    const { readings } = await analyse(['G90', 'M83', ...START, 'G1 X10 E1', 'G91', 'G1 Z5', 'G90']);
    expect(readings.others).toEqual([]);
  });

  it('figures of a reading that was not requested are not exact when it would differ', async () => {
    const analysis = await analyse(PRUSA_START, [readingOf('marlin-2')]);
    expect(asRead(analysis, readingOf('marlin-2')).filamentExact).toBe(true);
    expect(asRead(analysis, readingOf('klipper')).filamentExact).toBe(false);
  });

  it('a change of tools moves filament where the firmware does so by itself', async () => {
    const analysis = await analyse([...START, 'M83', 'T0', 'G1 X1 E1', 'T1', 'G1 X2 E1']);
    expect(FIRMWARES.map((id) => asRead(analysis, readingOf(id)).filamentExact)).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
