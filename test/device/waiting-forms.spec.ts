import { guardPolicyOf } from '@pandafab/firmware';
import { CommandReader, LineGuard } from '@pandafab/gcode';
import { readingNamed } from '@pandafab/machine-host';
import { Bench, profileIds, profileOf, workOf } from './bench';

const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };

/** The commands of a file's text, as every source reads them. */
function commandsIn(text: string): string[] {
  const commands: string[] = [];
  const reader = new CommandReader((command) => commands.push(command));
  reader.push(Buffer.from(text, 'latin1'));
  reader.end();
  return commands;
}

async function underway(id: string, text: string) {
  const bench = new Bench({ profile: profileOf(id), credulous: true });
  await bench.connect();
  return { bench, run: bench.driver.run(workOf(commandsIn(text)), bench.observer) };
}

const ids = ['marlin-2', 'marlin-2-no-emergency-parser', 'klipper'];
const hostWaiting = ids.filter((id) => !profileOf(id).capabilities.EMERGENCY_PARSER);

/** Cancels after the machine has waited for a while; returns the duration of the cancel. */
async function cancelled(id: string, waiting: string, afterMs: number): Promise<number> {
  const { bench, run } = await underway(id, `${waiting}\nG1 X5 F3000\n`);
  await bench.clock.advanceAsync(afterMs);
  const before = bench.clock.monotonic();
  bench.driver.cancel();
  const outcome = await bench.settle(run);
  expect(outcome).toMatchObject({ outcome: 'cancelled', exact: true });
  expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  return bench.clock.monotonic() - before;
}

describe.each(ids)('a dwell in a file for %s is cancelled within 2 s', (id) => {
  it.each([
    ...[
      'G4 S600',
      'g4 S600',
      'g4 s600',
      'G4S600',
      'G 4 S600',
      'G\t4 S600',
      'G04 S600',
      'G0004 S600',
      '\tG4 S600',
    ],
    ...[
      'N7 G4 S600*55',
      '(wait) G4 S600',
      'G4 (for long) S600',
      'G4 S 600',
      'G4 S+600',
      'G4 P6E5',
      'G4 S6e2',
    ],
    ...['G4.1 S600', 'G4 P100 S600', 'G4 S600.', 'G4 s99999'],
  ])('%j', async (form) => expect(await cancelled(id, form, 60_000)).toBeLessThan(2_000));
});

describe.each(hostWaiting)('a wait for a temperature in a file for %s is cancelled within 2 s', (id) => {
  it.each([
    ...['M109 S215', 'm109 s215', 'M109S215', 'M 109 S215', 'M0109 S215', '  M109 S215', 'N3 M109 S215*12'],
    ...['M109 S 215', 'M109 S+215', 'M109 S215.', 'M109 S2.15e2', 'M109 T0 S215', 'M109 R215', 'm109 r215'],
    ...['M109.0 S215', 'M104 S215\nM109', 'M190 S60', 'm190 s60', 'M190S60', 'M190 R60', 'M0190 S60'],
  ])('%j', async (form) => expect(await cancelled(id, form, 700)).toBeLessThan(2_000));
});

it.each([
  ...['G4 S-1', 'G4 P-1'],
  // Marlin uses the last of them, Klipper only P.
  ...['G4 P1 P99999', 'G4 S0 P99999'],
])('%s, which some firmware takes for long, is not sent', async (form) => {
  const { bench, run } = await underway('marlin-2', `G28\n${form}\nG1 X5 F3000\n`);
  expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: 3 });
  expect(bench.written.join('')).not.toContain('G4');
});

it.each([
  ['M300 S440 P99999', 'M300 S440 P1000'],
  ['m300 p600000 s50', 'M300 P1000 S50'],
  ['M300 P1 P600000', 'M300 P1 P1000'],
  ['M300 S440 P200', 'M300 S440 P200'],
])('%s is no longer than a cancel may take', async (tone, sent) => {
  const { bench, run } = await underway('prusa-mk3', `G28\n${tone}\nG1 X5 F3000\n`);
  await bench.settle(run);
  expect(bench.written.join('')).toContain(` ${sent}*`);
});

describe('a machine with two tools and a chamber that cannot be interrupted', () => {
  const profile = profileOf('marlin-2-no-emergency-parser');
  const { capabilities } = profile.simulation;
  const machineProfile = {
    ...profile,
    limits: { ...profile.limits, extruders: 2 },
    simulation: { ...profile.simulation, capabilities: { ...capabilities, CHAMBER_TEMPERATURE: true } },
  };
  const started = async (...file: string[]) => {
    const bench = new Bench({ profile, machineProfile });
    await bench.connect();
    return { bench, run: bench.driver.run(workOf(file), bench.observer) };
  };

  it.each(['M191 S60', 'm191s60', 'M191 R60', 'M109 T1 S215', 'M109T1S215'])(
    'is cancelled within 2 s while it waits for %s',
    async (wait) => {
      const { bench, run } = await started('G28', wait, 'G1 X5 F3000');
      await bench.clock.advanceAsync(700);
      const before = bench.clock.monotonic();
      bench.driver.cancel();
      expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled', linesAcknowledged: 2 });
      expect(bench.clock.monotonic() - before).toBeLessThan(2_000);
      expect(bench.written.join('')).not.toMatch(/M109|M191/);
    },
  );

  it('continues when the tool that was named is hot, and not before', async () => {
    const { bench, run } = await started('M104 T0 S215', 'M109 T1 S100', 'G1 X5 F3000');
    await bench.clock.runUntil(() => bench.written.join('').includes('G1 X5'));
    expect(bench.machine.record.nozzles[1]?.actual).toBeGreaterThanOrEqual(98);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });

  it('waits for no heater that it does not have', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    expect(await bench.run(['M109 T3 S215', 'M191 S60', 'G1 X5 F3000'])).toMatchObject({ outcome: 'done' });
  });
});

describe('commands that wait in Klipper only', () => {
  it.each([
    'TEMPERATURE_WAIT SENSOR=extruder MINIMUM=215',
    'temperature_wait minimum=60 sensor="heater_bed"',
    "TEMPERATURE_WAIT SENSOR='extruder' MINIMUM=2_15",
    'TEMPERATURE_WAIT SENSOR=chamber SENSOR=extruder MINIMUM=inf',
    'TEMPERATURE_WAIT SENSOR=ext"rud"er MINIMUM=nan',
  ])('%s is cancelled within 2 s, and is not sent', async (form) => {
    const { bench, run } = await underway('klipper', `G28\n${form}\nG1 X5 F3000\n`);
    await bench.clock.advanceAsync(60_000);
    const before = bench.clock.monotonic();
    bench.driver.cancel();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled', linesAcknowledged: 1 });
    expect(bench.clock.monotonic() - before).toBeLessThan(2_000);
    expect(bench.written.join('')).not.toMatch(/TEMPERATURE_WAIT/i);
  });

  it('continues once it is as warm, or as cold, as it says', async () => {
    const { bench, run } = await underway(
      'klipper',
      'M104 S100\nTEMPERATURE_WAIT SENSOR=extruder MINIMUM=90\nM104 S0\nTEMPERATURE_WAIT SENSOR=extruder MAXIMUM=50\nM400\n',
    );
    const nozzle = () => readingNamed(bench.driver.status().readings, 'nozzle');
    await bench.clock.runUntil(() => nozzle()?.target === 0 && (nozzle()?.actual ?? 0) > 50);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: 3 });
    expect(nozzle()?.actual).toBeLessThanOrEqual(50);
  });
});

describe.each(ids)('a file for %s that asks for a person', (id) => {
  it.each([
    ...['M0', 'm0', 'M 0', 'M00', 'M0000', 'M0.1', 'N9 M0*44', '\t M0', '(now) M0', 'M1', 'm01'],
    ...['M600', 'm600', 'M 600', 'M0600', 'M600 L100 U50 E10', 'M601', 'm601'],
    // Cura's PauseAtHeight: BQ, RepRap, another way for OctoPrint, Raise3D, Repetier and OctoPrint, Klipper.
    ...[
      'M25',
      'm25',
      'M025',
      'M226',
      'm226',
      'M125',
      'M2000',
      '@pause',
      '@PAUSE',
      '@ pause',
      ';@pause',
      'PAUSE',
      'pause',
    ],
    ...['PAUSE X=10', 'M400 U1', 'm400u1'],
  ])('pauses at %j, says so, and continues when told', async (form) => {
    const { bench, run } = await underway(id, `G28\n${form}\nG1 X5 F3000\n`);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'command' });
    await bench.clock.advanceAsync(60_000);
    expect(bench.driver.status().state).toBe('paused');
    bench.driver.resume();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: 2 });
    expect(bench.observer.events).toEqual([expect.stringMatching(/^paused: command ./), 'resumed']);
  });
});

it.each(profileIds)('the guard of %s accepts every such pause, and the host handles it', (id) => {
  const guard = new LineGuard(guardPolicyOf(profileOf(id), NO_LIMITS));
  const pauses = [
    'M0',
    'M1',
    'M25',
    'M125',
    'M226',
    'M600',
    'M601',
    'M2000',
    '@pause',
    '@pause 5',
    'PAUSE',
    'M400 U1',
  ];
  expect(pauses.filter((pause) => guard.check(pause, 1) !== 'pass')).toEqual([]);
  expect(guard.check('@resume', 1)).toBe('strip');
  expect(guard.check('@paused', 1)).toBe('strip');
  expect(guard.check('M226 P5 S1', 1)).toBe('refuse');
});

it.each([
  ['M0 Take the part', 'Take the part'],
  ['m0 take the part', 'take the part'],
  ['@pause Put in the nut', 'Put in the nut'],
  ['M600', 'M600'],
  ['M600 X10 Y20', 'M600 X10 Y20'],
  ['M400 U1', 'M400 U1'],
  ['PAUSE', 'PAUSE'],
])('%s asks people with its words', async (form, message) => {
  const { bench, run } = await underway('marlin-2', `G28\n${form}\nG1 X5 F3000\n`);
  await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
  expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'command', message });
  bench.driver.cancel();
  await bench.settle(run);
});
