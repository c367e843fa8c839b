import type { MachineTelemetry } from '@pandafab/lab-link';
import { FakeClock } from '@pandafab/testing';
import { TelemetryRhythm } from './telemetry-rhythm';

describe('reports of machines', () => {
  const machine = (state: string, actual: number) =>
    ({
      machineId: 'm',
      state,
      readings: [{ name: 'nozzle', actual, target: 200 }],
      run: null,
    }) as unknown as MachineTelemetry;
  let now: MachineTelemetry;
  let said: MachineTelemetry[];
  let clock: FakeClock;
  let rhythm: TelemetryRhythm;

  beforeEach(() => {
    clock = new FakeClock();
    [now, said] = [machine('ready', 20), []];
    rhythm = new TelemetryRhythm(
      clock,
      () => [now],
      (machines) => said.push(...machines),
    );
    rhythm.start();
  });
  afterEach(() => rhythm.stop());

  const pass = (ms: number) => {
    for (let at = 0; at < ms; at += 50) clock.advance(50);
  };

  it('are sent each second when only the temperature changes', () => {
    now = machine('ready', 21);
    pass(900);
    expect(said).toHaveLength(1);
    pass(100);
    expect(said.map(({ readings }) => readings[0]?.actual)).toEqual([20, 21]);
    pass(3000);
    expect(said).toHaveLength(5);
  });

  it('are sent within a quarter of a second when the state changes', () => {
    pass(300);
    now = machine('faulted', 20);
    pass(250);
    expect(said.map(({ state }) => state)).toEqual(['ready', 'faulted']);
    pass(900);
    expect(said).toHaveLength(2);
  });
});
