import { CONSOLE_WATCH_MS, type MachineTelemetry, MOST_CONSOLES } from '@pandafab/lab-link';
import { type MachineId, newId } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import { ConsoleWatch } from './console-watch';

describe('watched machines', () => {
  const machines = Array.from(
    { length: MOST_CONSOLES + 2 },
    () => ({ machineId: newId<MachineId>(), state: 'printing' }) as MachineTelemetry,
  );
  const idOf = (index: number) => (machines[index] as MachineTelemetry).machineId;
  let clock: FakeClock;
  let said: string[];
  let consoles: ConsoleWatch;

  beforeEach(() => {
    clock = new FakeClock();
    said = ['  0.100 > M105', '  0.104 < ok'];
    consoles = new ConsoleWatch(clock, () => said);
  });
  const watched = () =>
    consoles.addTo(machines).flatMap(({ console }, index) => (console === undefined ? [] : [index]));

  it('are reported with their console lines; other machines are not', () => {
    expect(consoles.addTo(machines)).toEqual(machines);
    consoles.watch(idOf(1));
    expect(consoles.addTo(machines)[1]).toEqual({ ...machines[1], console: said });
    expect(watched()).toEqual([1]);
  });

  it('are reported with lines for ten seconds, and longer while a page requests them', () => {
    consoles.watch(idOf(0));
    consoles.watch(idOf(1));
    clock.advance(CONSOLE_WATCH_MS - 1);
    expect(watched()).toEqual([0, 1]);
    consoles.watch(idOf(1));
    clock.advance(1);
    expect(watched()).toEqual([1]);
    clock.advance(CONSOLE_WATCH_MS);
    expect(watched()).toEqual([]);
  });

  it('are at most ten: those requested last', () => {
    for (const { machineId } of machines.slice(0, MOST_CONSOLES)) consoles.watch(machineId);
    consoles.watch(idOf(0));
    consoles.watch(idOf(MOST_CONSOLES));
    expect(watched()).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('are reported with a few short printable lines, also when the machine sends other bytes', () => {
    said = Array.from({ length: 40 }, (_, i) => `${i} < \u0000\u0007\u009fø${'x'.repeat(500)}`);
    consoles.watch(idOf(0));
    const lines = consoles.addTo(machines)[0]?.console ?? [];
    expect([lines.length, lines[0]]).toEqual([30, `10 < ···ø${'x'.repeat(151)}`]);
  });
});
