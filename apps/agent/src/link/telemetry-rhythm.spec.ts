import type { MachineTelemetry } from '@pandafab/lab-link';
import { FakeClock } from '@pandafab/testing';
import { TelemetryRhythm } from './telemetry-rhythm';

describe('what machines are reported', () => {
  const machine = (connection: string, actual: number) =>
    ({
      machineId: 'm',
      connection,
      nozzle: { actual, target: 200 },
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

  it('is said each second, though only the temperature is another', () => {
    now = machine('ready', 21);
    pass(900);
    expect(said).toHaveLength(1);
    pass(100);
    expect(said.map(({ nozzle }) => nozzle?.actual)).toEqual([20, 21]);
    pass(3000);
    expect(said).toHaveLength(5);
  });

  it('is said within a quarter of a second when it stands otherwise', () => {
    pass(300);
    now = machine('unplugged', 20);
    pass(250);
    expect(said.map(({ connection }) => connection)).toEqual(['ready', 'unplugged']);
    pass(900);
    expect(said).toHaveLength(2);
  });
});
