import { ODD_FIRMWARES } from '@pandafab/machine-sim';
import { Bench, type BenchOptions, hashOf, profileOf, workOf } from './bench';

/** The host uses an ordinary profile for it. */
const oddBench = (name: string, id: string, options: Omit<BenchOptions, 'profile'> = {}): Bench => {
  const profile = profileOf(id);
  const machineProfile = ODD_FIRMWARES[name]?.(options.machineProfile ?? profile);
  if (!machineProfile) throw new Error(`no odd firmware ${name}`);
  return new Bench({ ...options, profile, machineProfile, latencyMs: 5 });
};

const PRINT = [
  'M140 S60',
  'M104 S215',
  'M190 S60',
  'M109 S215',
  'G28',
  'M83',
  ...Array.from({ length: 60 }, (_, i) => `G1 X${50 + (i % 7)} Y${60 + (i % 11)} E.5 F1800`),
];

const IDS = ['marlin-1', 'marlin-2', 'marlin-2-no-emergency-parser', 'prusa-mk3'];

/** As the host sends it when it waits instead of the firmware. */
const sent = (id: string): string[] =>
  profileOf(id).capabilities.EMERGENCY_PARSER
    ? PRINT
    : PRINT.map((text) => text.replace(/^M109/, 'M104').replace(/^M190/, 'M140'));

const READABLE = Object.keys(ODD_FIRMWARES).filter((name) => name !== 'unreadable');

describe.each(READABLE)('a firmware with its own behaviour (%s)', (name) => {
  it.each(IDS)('connects and prints like any other, in the usual time, as %s', async (id) => {
    const calm = new Bench({ profile: profileOf(id), latencyMs: 5 });
    await calm.connect();
    const calmly = await calm.run(PRINT);
    const bench = oddBench(name, id);
    await bench.connect();
    expect(bench.clock.monotonic()).toBeLessThan(12_000);
    const outcome = await bench.run(PRINT);
    expect(outcome).toMatchObject({ outcome: 'done', cause: null, exact: true, resends: 0 });
    expect(outcome.sha256).toBe(hashOf(sent(id)));
    expect(bench.machine.record).toMatchObject({
      ...{ commandsAccepted: expect.any(Number), filamentUm: outcome.filamentUm, bytesOverrun: 0 },
    });
    expect(outcome.seconds).toBeLessThan(calmly.seconds + 15);
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
  });

  it.each(['marlin-2', 'marlin-2-no-emergency-parser'])('is cancelled like any other, as %s', async (id) => {
    const bench = oddBench(name, id);
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 2);
    await bench.clock.advanceAsync(200);
    bench.driver.cancel();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled' });
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
  });
});

describe('a firmware whose temperatures cannot be read', () => {
  it.each(['marlin-1', 'marlin-2-no-emergency-parser'])('ends the wait within seconds, as %s', async (id) => {
    const bench = oddBench('unreadable', id);
    await bench.connect();
    const outcome = await bench.run(PRINT);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: {
        code: 'MACHINE.TEMPERATURE_UNREADABLE',
        details: { message: expect.stringContaining('Nozzle=') },
      },
    });
    expect(outcome.seconds).toBeLessThan(10);
    await bench.clock.advanceAsync(1_000);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
  });
});

describe('a firmware that refuses commands without a line number', () => {
  const numbered = (options: Omit<BenchOptions, 'profile'> = {}) =>
    oddBench('numbered-only', 'marlin-2', options);

  it('executes each command once, on a line with errors', async () => {
    let lines = 0;
    const noise = (line: Buffer) => {
      if (line[0] !== 0x4e || line.includes('M110') || ++lines % 9 !== 0) return line;
      const spoilt = Buffer.from(line);
      spoilt[spoilt.length - 5] = (spoilt[spoilt.length - 5] ?? 0) ^ 1;
      return spoilt;
    };
    const bench = numbered({ noise, faults: 'lose-ok=0.02' });
    await bench.connect();
    const outcome = await bench.run(PRINT);
    expect(outcome).toMatchObject({ outcome: 'done', exact: true, sha256: hashOf(PRINT) });
    expect(outcome.resends).toBeGreaterThan(3);
    expect(bench.machine.record).toMatchObject({ filamentUm: outcome.filamentUm });
  });

  it('can be connected by a program that does not know its line number', async () => {
    const bench = numbered();
    bench.machine.powerOn();
    bench.machine.receive(Buffer.from('N1 G28*18\n'));
    bench.machine.receive(Buffer.from('N2 M105*36\n'));
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject({ state: 'ready' });
    expect(await bench.run(PRINT)).toMatchObject({ outcome: 'done', sha256: hashOf(PRINT) });
  });

  it('is cooled down in a long pause, and continues', async () => {
    const bench = numbered();
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
    bench.driver.pause();
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.cooled === true);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
    bench.driver.resume();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', sha256: hashOf(PRINT) });
  });

  it.each(['marlin-2', 'marlin-1'])('is stopped immediately, as %s', async (id) => {
    const bench = oddBench('numbered-only', id);
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
    bench.driver.emergencyStop();
    expect(await bench.settle(run)).toMatchObject({ cause: { code: 'MACHINE.EMERGENCY_STOP' } });
    await bench.clock.advanceAsync(100);
    expect(bench.machine.record).toMatchObject({ state: 'halted', nozzles: [{ target: 0 }] });
  });
});

describe('a file for two tools', () => {
  const twoTools = (id: string, temperatures?: string) => {
    const profile = profileOf(id);
    const simulation = { ...profile.simulation, ...(temperatures && { temperatures }) };
    return { ...profile, limits: { ...profile.limits, extruders: 2 }, simulation };
  };
  const FIRST_AND_SECOND = 'T:{nozzle} /{nozzleTarget} B:{bed} /{bedTarget}{tools}';

  it.each([
    // Cura's start of two extruders.
    ['marlin-2-no-emergency-parser', undefined, ['T0', 'M109 T1 S200', 'M109 S20'], 1],
    ['marlin-1', undefined, ['T1', 'M109 S200'], 1],
    ['marlin-1', undefined, ['T1', 'M104 T0 S200', 'M109 S180', 'T0', 'M109 S200'], 0],
    // Klipper reports the tools, but not which one is active.
    ['klipper', 'B:{bed} /{bedTarget}{tools}', ['T1', 'M109 S200'], 1],
    ['klipper', 'B:{bed} /{bedTarget}{tools}', ['ACTIVATE_EXTRUDER EXTRUDER=extruder1', 'M109 T1 S200'], 1],
    ['klipper', 'B:{bed} /{bedTarget}{tools}', ['T1', 'TEMPERATURE_WAIT SENSOR=extruder MINIMUM=10'], -1],
  ])('waits for the tool that is meant, on %s (%j, %j)', async (id, temperatures, heating, tool) => {
    const bench = new Bench({ profile: profileOf(id), machineProfile: twoTools(id, temperatures) });
    await bench.connect();
    const run = bench.driver.run(workOf([...heating, 'G28']), bench.observer);
    await bench.clock.runUntil(() => bench.written.join('').includes('G28'));
    if (tool >= 0) expect(bench.machine.record.nozzles[tool]?.actual).toBeGreaterThan(198);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });

  it('continues although the previous tool is cold', async () => {
    const machineProfile = twoTools('marlin-1', FIRST_AND_SECOND);
    const bench = new Bench({ profile: profileOf('marlin-1'), machineProfile });
    await bench.connect();
    expect(await bench.run(['T0', 'M109 T1 S200', 'G28'])).toMatchObject({ outcome: 'done' });
  });
});
