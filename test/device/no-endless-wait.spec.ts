import type { FirmwareProfile } from '@pandafab/firmware';
import type { CommandSource, RunOutcome } from '@pandafab/machine-host';
import { describeFault } from '@pandafab/shared';
import { Bench, profileOf, sourceOf, workOf } from './bench';

const MINUTE = 60_000;
const HOST_WAITS = 'marlin-2-no-emergency-parser';

/** A virtual machine with different behaviour. */
function manners(id: string, simulation: Partial<FirmwareProfile['simulation']>): FirmwareProfile {
  const profile = profileOf(id);
  return { ...profile, simulation: { ...profile.simulation, ...simulation } };
}

async function started(bench: Bench, file: readonly string[] | CommandSource) {
  await bench.connect();
  const source = 'next' in file ? file : sourceOf(file);
  return { run: bench.driver.run(workOf(source), bench.observer) };
}

/** From now on the machine sends no other answer. */
function saysForEver(bench: Bench, line: string): void {
  bench.deaf = true;
  const again = () => {
    bench.hear(line);
    bench.clock.setTimer(2_000, again);
  };
  again();
}

/** The run ends with this cause within this number of minutes, with the heaters off if the machine receives anything, and the cause has words. */
async function expectEnd(bench: Bench, run: Promise<RunOutcome>, code: string, minutes: number) {
  const before = bench.clock.monotonic();
  const outcome = await bench.settle(run);
  expect(outcome).toMatchObject({ outcome: 'failed', cause: { code } });
  expect(bench.clock.monotonic() - before).toBeLessThan(minutes * MINUTE);
  for (const language of ['en', 'fr'] as const) {
    const { what, cure } = describeFault(outcome.cause ?? { code: 'FILE.EMPTY', details: {} }, language);
    expect(`${what} ${cure}`).not.toMatch(/[{}]/);
  }
  return outcome;
}

const heat = ({ machine }: Bench) => [machine.record.nozzles[0]?.target, machine.record.bed.target];

describe('a wait for a temperature ends', () => {
  it('within seconds when the machine reports it in an unknown form', async () => {
    const profile = profileOf(HOST_WAITS);
    const machineProfile = manners(HOST_WAITS, { temperatures: ' Nozzle={nozzle} Bed={bed}' });
    const bench = new Bench({ profile, machineProfile });
    const { run } = await started(bench, ['M140 S60', 'G28', 'M190 S60', 'G1 X5 F3000']);
    const outcome = await expectEnd(bench, run, 'MACHINE.TEMPERATURE_UNREADABLE', 1);
    expect(outcome.cause?.details.message).toMatch(/Nozzle=/);
    expect(heat(bench)).toEqual([0, 0]);
  });

  it('when its heater is not warm enough and gets no warmer', async () => {
    const bench = new Bench({ profile: profileOf(HOST_WAITS) });
    const { run } = await started(bench, ['G28', 'M109 S200', 'G1 X5 F3000']);
    // A person switches it off at the machine.
    await bench.clock.advanceAsync(50);
    bench.machine.receive(Buffer.from('M104 S30\n'));
    await expectEnd(bench, run, 'MACHINE.HEATING_STALLED', 30);
    expect(heat(bench)).toEqual([0, 0]);
  });

  it('as reached when the target is below the room temperature', async () => {
    const bench = new Bench({ profile: profileOf(HOST_WAITS) });
    const { run } = await started(bench, ['G28', 'M190 R5', 'G1 X5 F3000']);
    const before = bench.clock.monotonic();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: 3 });
    expect(bench.clock.monotonic() - before).toBeLessThan(15 * MINUTE);
  });

  it('when the machine says ok to M105 and nothing else', async () => {
    const machineProfile = manners(HOST_WAITS, { temperatures: '' });
    const bench = new Bench({ profile: profileOf(HOST_WAITS), machineProfile });
    const { run } = await started(bench, ['M140 S60', 'G28', 'M190 S60', 'G1 X5 F3000']);
    await expectEnd(bench, run, 'MACHINE.TEMPERATURE_UNREADABLE', 1);
    expect(heat(bench)).toEqual([0, 0]);
  });

  it('when a paused run must heat again, and gets no warmer', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    const { run } = await started(bench, ['M104 S200', 'G28', 'M0', 'G1 X5 F3000']);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.cooled === true);
    bench.driver.resume();
    await bench.clock.advanceAsync(300);
    bench.machine.receive(Buffer.from('M104 S50\n'));
    await expectEnd(bench, run, 'MACHINE.HEATING_STALLED', 60);
  });

  it('immediately for a bed that the machine does not have', async () => {
    const machineProfile = manners(HOST_WAITS, { temperatures: ' T:{nozzle} /{nozzleTarget}' });
    const bench = new Bench({ profile: profileOf(HOST_WAITS), machineProfile });
    const { run } = await started(bench, ['G28', 'M190 S60', 'G1 X5 F3000']);
    const before = bench.clock.monotonic();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(bench.clock.monotonic() - before).toBeLessThan(10_000);
  });

  it('as reached where the machine reports no targets', async () => {
    const machineProfile = manners(HOST_WAITS, { temperatures: ' T:{nozzle} B:{bed}' });
    const bench = new Bench({ profile: profileOf(HOST_WAITS), machineProfile, speed: 5 });
    const { run } = await started(bench, ['M140 S60', 'M109 S200', 'M190 S60', 'G1 X5 F3000']);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: 4 });
    expect(bench.written.join('').indexOf('G1 X5')).toBeGreaterThan(0);
    // The heaters count as off only when the machine is cold.
    expect(bench.driver.status()).toMatchObject({
      heatersUnknown: true,
      needsPerson: { kind: 'heaters-unknown' },
    });
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record.nozzles[0]?.actual).toBeLessThan(50);
    expect(heat(bench)).toEqual([0, 0]);
  });
});

describe('a command in execution ends', () => {
  it.each([
    ['when the firmware says for ever that it is busy with it', 'G1 X5 F3000'],
    ['when it is behind the last line of the file, as well', 'M400'],
  ])('%s', async (_when, command) => {
    const noise = (line: Buffer) => {
      if (!bench.deaf && line.includes(command)) saysForEver(bench, 'echo:busy: processing');
      return line;
    };
    const bench = new Bench({ profile: profileOf('marlin-2'), noise });
    const { run } = await started(bench, ['G28', 'G1 X5 F3000']);
    const outcome = await expectEnd(bench, run, 'MACHINE.COMMAND_ENDLESS', 65);
    expect(outcome.cause?.details.message).toBe(command);
    expect(heat(bench)).toEqual([0, 0]);
  });

  it('when it is lost each time it is sent, without any message', async () => {
    const noise = (line: Buffer) => (line.includes('G1 X7') ? Buffer.alloc(0) : line);
    const bench = new Bench({ profile: profileOf('marlin-2'), noise });
    const { run } = await started(bench, ['G28', 'G1 X7 F3000', 'G1 X5']);
    await expectEnd(bench, run, 'MACHINE.TOO_MANY_RESENDS', 2);
  });

  it('when no answer is received', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2'), faults: 'silence@2' });
    const { run } = await started(bench, ['G28', 'G1 X7 F3000', 'G1 X5']);
    await expectEnd(bench, run, 'MACHINE.SILENT', 2);
  });
});

describe('a firmware that waits for a person, hot, and cannot be interrupted', () => {
  const PRINT = ['M104 S215', 'M140 S60', 'G28', ...Array.from({ length: 60 }, (_, i) => `G1 X${i} F3000`)];

  it('is stopped once the time for heating in a pause is over', async () => {
    const bench = new Bench({ profile: profileOf('prusa-mk3'), faults: 'runout@30' });
    const { run } = await started(bench, PRINT);
    await bench.clock.advanceAsync(29 * MINUTE);
    expect(heat(bench)).toEqual([215, 60]);
    await expectEnd(bench, run, 'MACHINE.HELD_TOO_LONG', 2);
    expect(heat(bench)).toEqual([0, 0]);
    expect(bench.driver.status()).toMatchObject({ state: 'halted', heatersUnknown: false });
  });

  it('is stopped when its run was cancelled and no person presses the emergency stop', async () => {
    const bench = new Bench({ profile: profileOf('prusa-mk3'), faults: 'runout@30' });
    const { run } = await started(bench, PRINT);
    await bench.clock.advanceAsync(MINUTE);
    bench.driver.cancel();
    await expectEnd(bench, run, 'MACHINE.HELD_TOO_LONG', 31);
    expect(heat(bench)).toEqual([0, 0]);
  });
});

describe('before the first line', () => {
  it('the connection to a machine that never answers fails', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({ code: 'MACHINE.NO_ANSWER' });
  });

  it('the connection to a firmware that never finishes starting fails', async () => {
    const profile = profileOf('klipper');
    const bench = new Bench({ profile });
    await bench.connect();
    const run = bench.driver.run(workOf(['G28']), bench.observer);
    saysForEver(bench, '!! Printer is not ready\nok');
    await expectEnd(bench, run, 'MACHINE.NO_ANSWER', 1);
  });

  it('a disk from which the file cannot be read ends the run', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    const source = sourceOf(['M104 S200', 'G28']);
    const next = source.next.bind(source);
    source.next = () => next() ?? undefined;
    const { run } = await started(bench, source);
    await expectEnd(bench, run, 'MACHINE.FILE_STALLED', 2);
    expect(heat(bench)).toEqual([0, 0]);
  });
});
