import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { GUARD_VERSION } from '@pandafab/lab-link';
import { type MachineId, newId, type RunId } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import { part, startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';

const LIMITS = { sizeMm: { x: 250, y: 210, z: 210 }, maxNozzleC: 275, maxBedC: 110, maxChamberC: null };
const policyThat = (allowed: string[], limits = LIMITS) => ({
  version: GUARD_VERSION,
  policy: guardPolicyOf(findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2'), {
    ...limits,
    allowed,
  }),
});

/** A part with a command of another kind on a line of its own. */
const partWith = (command: string, line: number) =>
  part(400)
    .split('\n')
    .toSpliced(line - 1, 0, command)
    .join('\n');

describe('the guard of an agent', () => {
  let bench: AgentBench;
  let machine: TcpMachine;
  let machineId: MachineId;

  beforeEach(async () => {
    bench = await AgentBench.start();
    machine = await startTcpMachine(200);
    machineId = bench.addMachine(machine.address);
    await bench.startAgent();
  });
  afterEach(async () => {
    await bench.stop();
    await machine.stop();
  });

  const run = (gcode: string, guard?: ReturnType<typeof policyThat>) =>
    bench.server.ended(bench.server.assign(machineId, bench.server.offer(gcode), newId<RunId>(), guard));
  const seen = (command: string) => machine.heard().includes(command);
  const cold = () =>
    pollUntil('the heaters to be off', () => machine.machine.record.nozzles[0]?.target === 0);

  it.each([
    ['that the server let pass', policyThat(['M997'])],
    ['anything, where the server sent no rules', undefined],
  ])(
    'ends a run before a firmware update %s: the machine never sees it, and cools down',
    async (_what, guard) => {
      const ended = await run(partWith('M997', 123), guard);
      expect(ended).toMatchObject({
        outcome: 'failed',
        cause: { code: 'GUARD.FIRMWARE', details: { line: 123, command: 'M997' } },
        linesSent: 121,
      });
      expect(machine.heard()).toContain('G1 X');
      expect(seen('M997')).toBe(false);
      await cold();
    },
  );

  it('ends a run before what is too hot for this machine', async () => {
    const { outcome, cause } = await run(
      partWith('M104 S270', 50),
      policyThat([], { ...LIMITS, maxNozzleC: 250 }),
    );
    expect({ outcome, cause }).toMatchObject({
      outcome: 'failed',
      cause: { code: 'GUARD.NOZZLE_TOO_HOT', details: { line: 50, celsius: 270, limit: 250 } },
    });
    expect(seen('S270')).toBe(false);
  });

  it('leaves out lines that the rules strip, and reports how often', async () => {
    const gcode = partWith('M500', 60).replace('M500', 'M500\nM851 Z-1\nM500');
    const ended = await run(gcode, policyThat([]));
    expect(ended).toMatchObject({
      outcome: 'done',
      linesSent: 405,
      stripped: [
        { code: 'GUARD.STORED_SETTINGS', command: 'M500', line: 60, count: 2 },
        { code: 'GUARD.CALIBRATION', command: 'M851 Z-1', line: 61, count: 1 },
      ],
    });
    expect([seen('M500'), seen('M851')]).toEqual([false, false]);
  });

  it('lets pass what a manager allowed', async () => {
    const ended = await run(partWith('M500', 60), policyThat(['M500']));
    expect(ended).toMatchObject({ outcome: 'done', linesSent: 406, stripped: [] });
    expect(seen('M500')).toBe(true);
  });

  it('sends nothing by rules that it cannot read', async () => {
    const ended = await run(part(10), { ...policyThat([]), version: GUARD_VERSION + 1 });
    expect(ended).toMatchObject({ outcome: 'failed', cause: { code: 'LAB.GUARD_UNKNOWN' }, linesSent: 0 });
    expect(machine.machine.record.commandsAccepted).toBe(0);
  });
});
