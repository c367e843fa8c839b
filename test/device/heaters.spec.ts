import type { FirmwareProfile } from '@pandafab/firmware';
import type { MachineStatus } from '@pandafab/machine-host';
import { Bench, profileIds, profileOf, workOf } from './bench';

const moves = (count: number): string[] => Array.from({ length: count }, (_, i) => `G1 X${i % 50} F3000`);
const checking = profileIds.filter((id) => profileOf(id).framing.checksum !== 'none');

/** A machine with so many tools, and with a chamber. */
function machineOf(id: string, extruders: number, chamber: boolean): FirmwareProfile {
  const profile = profileOf(id);
  const { capabilities } = profile.simulation;
  return {
    ...profile,
    limits: { ...profile.limits, extruders },
    simulation: { ...profile.simulation, capabilities: { ...capabilities, CHAMBER_TEMPERATURE: chamber } },
  };
}

async function connected(id: string, extruders: number, chamber: boolean, faults = ''): Promise<Bench> {
  // The chosen profile has one tool and no chamber.
  const bench = new Bench({
    profile: profileOf(id),
    machineProfile: machineOf(id, extruders, chamber),
    faults,
  });
  await bench.connect();
  return bench;
}

/** Every target of the machine, and the status that the host reports. */
const heaters = ({ machine, driver }: Bench) => ({
  nozzles: machine.record.nozzles.map(({ target }) => target),
  bed: machine.record.bed.target,
  chamber: machine.record.chamber?.target,
  unknown: driver.status().heatersUnknown,
});
const ALL_OFF = { nozzles: [0, 0], bed: 0, chamber: 0, unknown: false };

const HOT = ['M104 T0 S60', 'M104 T1 S70', 'M140 S60', 'M141 S50', 'G28', ...moves(200)];

describe.each(['marlin-1', 'marlin-2', 'marlin-2-advanced-ok', 'marlin-2-no-emergency-parser'])(
  'every tool, bed and chamber of %s is off',
  (id) => {
    it('after a cancel', async () => {
      const bench = await connected(id, 2, true);
      const run = bench.driver.run(workOf(HOT), bench.observer);
      await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
      expect(heaters(bench)).toMatchObject({ nozzles: [60, 70], bed: 60, chamber: 50 });
      bench.driver.cancel();
      expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled' });
      expect(heaters(bench)).toEqual(ALL_OFF);
    });

    it('after a finished run, although the file left them on', async () => {
      const bench = await connected(id, 2, true);
      expect(await bench.run(HOT)).toMatchObject({ outcome: 'done' });
      expect(heaters(bench)).toEqual(ALL_OFF);
    });

    it('after a run that failed', async () => {
      const bench = await connected(id, 2, true, 'resend-storm@40');
      expect(await bench.run(HOT)).toMatchObject({ outcome: 'failed' });
      await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
      expect(heaters(bench)).toEqual(ALL_OFF);
    });

    it('after a pause that took too long', async () => {
      const bench = await connected(id, 2, true);
      const run = bench.driver.run(workOf(HOT), bench.observer);
      await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
      bench.driver.pause();
      await bench.clock.runUntil(() => bench.driver.status().needsPerson?.cooled === true);
      expect(heaters(bench)).toEqual(ALL_OFF);
      bench.driver.resume();
      await bench.clock.runUntil(() => bench.driver.status().state === 'printing');
      expect(heaters(bench)).toMatchObject({ nozzles: [60, 70], bed: 60, chamber: 50 });
      bench.driver.cancel();
      await bench.settle(run);
    });
  },
);

describe('heaters that were not reported', () => {
  it('are off when the file named them in a line that was never answered', async () => {
    const bench = await connected('marlin-2', 1, false);
    const run = bench.driver.run(workOf(['G28', 'M141 S50', 'T3', ...moves(60)]), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
    bench.driver.cancel();
    await bench.settle(run);
    const off = bench.written.findLast((text) => text.includes('M140 S0'));
    expect(off?.trim().split('\n')).toEqual(['M104 S0', 'M140 S0', 'M104 T0 S0', 'M104 T3 S0', 'M141 S0']);
  });

  it('stay uncertain while one of them reports a target', async () => {
    // It ignores M141, as a firmware does whose chamber has a different command.
    const profile = machineOf('marlin-2', 1, true);
    const lacks = [...profile.simulation.lacks, 'M141'];
    const bench = new Bench({
      profile: profileOf('marlin-2'),
      machineProfile: { ...profile, simulation: { ...profile.simulation, lacks } },
    });
    await bench.connect();
    bench.machine.receive(Buffer.from('M191 S25\n'));
    await bench.clock.advanceAsync(60_000);
    expect(heaters(bench).chamber).toBe(25);
    const outcome = await bench.run(['G28', ...moves(5)]);
    expect(outcome.outcome).toBe('done');
    expect(bench.driver.status()).toMatchObject({
      heatersUnknown: true,
      needsPerson: { kind: 'heaters-unknown' },
    });
    await expect(bench.settle(bench.driver.heatersOff())).rejects.toMatchObject({
      code: 'MACHINE.HEATERS_UNCONFIRMED',
    });
    bench.machine.receive(Buffer.from('M191 S0\n'));
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
  });
});

describe.each(['marlin-1', 'marlin-2', 'marlin-2-no-emergency-parser'])(
  'a file that waits for the second tool on %s',
  (id) => {
    it('continues when that tool is warm, not when the first one is', async () => {
      const bench = await connected(id, 2, false);
      const file = ['M109 S200', 'M109 T1 S200', 'T1', 'G28', 'M83', 'G1 E5 F300'];
      const outcome = await bench.run(file);
      expect(outcome).toMatchObject({ outcome: 'done', exact: true, filamentUm: [0, 5_000] });
    });
  },
);

describe('a cable that only sends', () => {
  it.each(checking)('transmits the commands for all heaters of %s together', async (id) => {
    const bench = await connected(id, 2, true, 'mute@40');
    const outcome = await bench.settle(bench.driver.run(workOf(HOT), bench.observer));
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.SILENT' } });
    await bench.clock.advanceAsync(1_000);
    expect(heaters(bench)).toEqual({ ...ALL_OFF, unknown: true });
  });

  it('transmits the commands repeatedly until the machine answers', async () => {
    const bench = await connected('marlin-2', 2, true);
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.deaf = true;
    await bench.settle(run);
    for (const again of ['M104 T1 S70\n', 'M141 S50\n']) {
      bench.machine.receive(Buffer.from(again));
      await bench.clock.runUntil(() => heaters(bench).nozzles[1] === 0 && heaters(bench).chamber === 0);
      expect(bench.driver.status()).toMatchObject({ heatersUnknown: true });
    }
    bench.deaf = false;
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
  });

  it('transmits them before the machine has answered anything, after a run that was lost', async () => {
    const bench = await connected('marlin-2', 2, true);
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.unplug();
    await bench.settle(run);
    bench.deaf = true;
    const refused = expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({
      code: 'MACHINE.NO_ANSWER',
    });
    await bench.clock.advanceAsync(100);
    expect(heaters(bench)).toEqual({ ...ALL_OFF, unknown: true });
    await refused;
    bench.deaf = false;
    await bench.settle(bench.driver.connect());
    const seen: Partial<MachineStatus> = bench.driver.status();
    expect(seen).toMatchObject({ state: 'ready', heatersUnknown: false, needsPerson: null });
  });
});
