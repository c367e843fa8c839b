import type { Machine } from '../../api/queries';
import { heatsOf } from './heats';

type Live = NonNullable<Machine['live']>;

const machine = (state: Live['state'], readings: Live['readings']) =>
  ({ live: { state, readings } }) as Machine;
const readings = [
  { name: 'nozzle', actual: 209.6, target: 210 },
  { name: 'nozzle 0', actual: 209.6, target: 210 },
  { name: 'nozzle 1', actual: 24.9, target: 0 },
  { name: 'bed', actual: 60.2, target: 60 },
  { name: 'chamber', actual: 38, target: 40 },
];

describe('the temperatures of a machine', () => {
  it('are those of all its heaters, in whole degrees', () => {
    expect(heatsOf(machine('printing', readings))).toEqual([
      { name: 'nozzle', actual: 210, target: 210 },
      { name: 'nozzle 0', actual: 210, target: 210 },
      { name: 'nozzle 1', actual: 25, target: 0 },
      { name: 'bed', actual: 60, target: 60 },
      { name: 'chamber', actual: 38, target: 40 },
    ]);
  });

  it('are not known once the machine does not answer', () => {
    expect(heatsOf(machine('faulted', readings.slice(0, 1)))).toEqual([
      { name: 'nozzle', actual: undefined, target: undefined },
    ]);
  });

  it('are none for a machine without heaters, and while the agent of the lab is away', () => {
    expect([heatsOf(machine('ready', [])), heatsOf({ live: null } as Machine)]).toEqual([[], []]);
  });
});
