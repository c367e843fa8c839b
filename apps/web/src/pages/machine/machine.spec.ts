import type { Job, Machine } from '../../api/queries';
import { consoleStateOf } from './console-state';
import { changesOf, draftOf } from './fields';
import { heatersIn, type Sample, spanOf } from './history';
import { endedOn, runsOn } from './runs-on';

const machine = {
  name: 'Panda',
  inMaintenance: false,
  widthMm: 250,
  depthMm: 210,
  heightMm: 210,
  maxNozzleCelsius: 275,
  maxBedCelsius: 110,
  maxChamberCelsius: 40,
} as Machine;

describe('the form of a machine', () => {
  const before = draftOf(machine);

  it('sends nothing when nothing was changed', () => {
    expect(changesOf(before, { ...before })).toEqual({});
  });

  it('sends only what was changed, and null for an emptied chamber', () => {
    const limits = { ...before.limits, heightMm: '205.5', maxChamberCelsius: '' };
    expect(changesOf(before, { ...before, inMaintenance: true, limits })).toEqual({
      inMaintenance: true,
      heightMm: 205.5,
      maxChamberCelsius: null,
    });
  });
});

describe('temperatures in words', () => {
  const at = (actual: number | undefined, target = 0): Sample => ({
    at: 0,
    readings: actual === undefined ? [] : [{ name: 'nozzle', actual, target }],
  });

  it('give the current value and the range', () => {
    expect(spanOf([at(20), at(215, 210), at(209, 210)], 'nozzle')).toEqual({
      now: 209,
      target: 210,
      lowest: 20,
      highest: 215,
    });
  });

  it('give no current value while the line is silent', () => {
    expect(spanOf([at(20), at(undefined)], 'nozzle')?.now).toBeUndefined();
    expect(spanOf([at(20)], 'bed')).toBeUndefined();
  });

  it('are of every heater that was reported at any time, in the order of the machine', () => {
    const readings = ['nozzle', 'bed', 'chamber'].map((name) => ({ name, actual: 20, target: 0 }));
    expect(heatersIn([at(20), { at: 2, readings }, at(undefined)])).toEqual(['nozzle', 'bed', 'chamber']);
    expect(heatersIn([at(undefined)])).toEqual([]);
  });
});

describe('the runs on a machine', () => {
  const job = (id: string, assignedAt: string, state = 'done') =>
    ({
      id,
      runs: [{ id: `run-${id}`, machineId: id === 'elsewhere' ? 'other' : 'm', assignedAt, state }],
    }) as unknown as Job;

  it('are those of the machine, the newest first, as in the live state', () => {
    const runs = runsOn(
      'm',
      [job('b', '2', 'done')],
      [job('a', '1'), job('b', '2', 'printing'), job('elsewhere', '3')],
    );
    expect(runs.map(({ run }) => [run.id, run.state])).toEqual([
      ['run-b', 'done'],
      ['run-a', 'done'],
    ]);
  });

  it('may have a transcript once they have ended', () => {
    const jobs = [job('a', '1'), job('b', '2', 'printing'), job('c', '3', 'failed'), job('elsewhere', '4')];
    expect(endedOn('m', [], jobs)).toEqual(['run-c', 'run-a']);
  });
});

describe('the console of a machine', () => {
  const lines = ['  0.100 > M105'];
  const live = {
    ...{ isConnected: true, told: { lines, emptyAnswers: 0 } },
    ...{ hasFailed: false, isOld: false },
  };
  const withoutLines = (emptyAnswers: number) => ({ ...live, told: { lines: null, emptyAnswers } });

  it('is live while lines arrive, also when the list of lines is empty', () => {
    expect(consoleStateOf(live)).toBe('live');
    expect(consoleStateOf({ ...live, told: { lines: [], emptyAnswers: 0 } })).toBe('live');
  });

  it('waits for the first lines, and shows the past when the lab sends none', () => {
    expect(consoleStateOf({ ...live, told: undefined, isOld: true })).toBe('asked');
    expect(consoleStateOf(withoutLines(4))).toBe('asked');
    expect(consoleStateOf(withoutLines(5))).toBe('past');
    expect(consoleStateOf({ ...withoutLines(5), isOld: true })).toBe('past');
    expect(consoleStateOf({ ...live, isConnected: false })).toBe('past');
  });

  it('is lost, not live, when a request fails or hangs, or the lab stops sending', () => {
    expect(consoleStateOf({ ...live, hasFailed: true })).toBe('lost');
    expect(consoleStateOf({ ...live, told: undefined, hasFailed: true })).toBe('lost');
    expect(consoleStateOf({ ...live, isOld: true })).toBe('lost');
    expect(consoleStateOf({ ...live, told: { lines, emptyAnswers: 9 } })).toBe('lost');
  });
});
