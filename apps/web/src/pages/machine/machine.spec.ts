import type { Job, Machine } from '../../api/queries';
import { changesOf, draftOf } from './fields';
import { type Sample, spanOf } from './history';
import { runsOn } from './runs-on';

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

  it('says nothing where nothing was changed', () => {
    expect(changesOf(before, { ...before })).toEqual({});
  });

  it('says what was changed and no more, and that an emptied chamber is none', () => {
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
    nozzle: actual === undefined ? null : { actual, target },
    bed: null,
  });

  it('say now, and the span', () => {
    expect(spanOf([at(20), at(215, 210), at(209, 210)], 'nozzle')).toEqual({
      now: 209,
      target: 210,
      lowest: 20,
      highest: 215,
    });
  });

  it('say no “now” while the line is silent', () => {
    expect(spanOf([at(20), at(undefined)], 'nozzle')?.now).toBeUndefined();
    expect(spanOf([at(20)], 'bed')).toBeUndefined();
  });
});

describe('the runs on a machine', () => {
  const job = (id: string, assignedAt: string, state = 'done') =>
    ({
      id,
      runs: [{ id: `run-${id}`, machineId: id === 'elsewhere' ? 'other' : 'm', assignedAt, state }],
    }) as unknown as Job;

  it('are its own, the newest first, as the live picture has them', () => {
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
});
