import { createHash } from 'node:crypto';
import { labTopics } from '@pandafab/lab-link';
import { type MachineId, newId, type RunId } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import {
  type BenchMachine,
  part,
  startBridgedMachine,
  startTcpMachine,
  type TcpMachine,
} from '../agent-bench/bench-machine';

/** Commands as the machine accepts them: the file without comments and blank lines. */
const sha256Of = (gcode: string) =>
  createHash('sha256')
    .update(gcode.replace(/^;.*\n/, ''))
    .digest('hex');
const heatersOf = ({ machine }: BenchMachine) => [
  machine.record.nozzles[0]?.target,
  machine.record.bed.target,
];

describe('an agent with a machine over TCP', () => {
  let bench: AgentBench;
  let machine: TcpMachine;
  let machineId: MachineId;

  const start = async (speed: number) => {
    bench = await AgentBench.start();
    machine = await startTcpMachine(speed);
    machineId = bench.addMachine(machine.address);
    await bench.startAgent();
  };
  afterEach(async () => {
    await bench.stop();
    await machine.stop();
  });

  it('prints what is assigned, and reports every step with exact figures', async () => {
    await start(200);
    const gcode = part(400);
    const runId = bench.server.assign(machineId, bench.server.offer(gcode));
    const ended = await bench.server.ended(runId);
    expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
    expect(ended).toMatchObject({
      outcome: 'done',
      cause: null,
      linesSent: 405,
      linesAcknowledged: 405,
      resends: 0,
      filamentUm: [40_000],
      exact: true,
      commandsSha256: sha256Of(gcode),
    });
    expect(machine.machine.record).toMatchObject({ filamentUm: [40_000], commandsAccepted: 405 });
    expect(bench.server.presences).toEqual(['online']);
    expect(bench.server.refusals).toEqual([]);
    await pollUntil('the heaters, left on by the file, to be off', () =>
      heatersOf(machine).every((t) => t === 0),
    );
  });

  it('prints once, however often the assignment is repeated', async () => {
    await start(200);
    const file = bench.server.offer(part(50));
    const runId = bench.server.assign(machineId, file);
    bench.server.assign(machineId, file, runId);
    await bench.server.ended(runId);
    bench.server.assign(machineId, file, runId);
    await pollUntil('three receipts', () => bench.server.receipts.length === 3);
    const next = bench.server.assign(machineId, file);
    await bench.server.ended(next);
    expect(machine.machine.record.commandsAccepted).toBe(2 * 55);
    expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
    expect(bench.server.downloads).toHaveLength(1);
  });

  it('does not print a file that is not the one announced', async () => {
    await start(200);
    const gcode = part(50);
    const runId = bench.server.assign(machineId, bench.server.offer(gcode, gcode.replace('S205', 'S999')));
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'LAB.FILE_DAMAGED', details: { attempts: 3 } },
      linesSent: 0,
      filamentUm: [],
    });
    expect(bench.server.downloads).toHaveLength(3);
    expect(machine.machine.record.commandsAccepted).toBe(0);
  });

  it('pauses, resumes and cancels on command, and reports its progress', async () => {
    await start(100);
    const runId = bench.server.assign(machineId, bench.server.offer(part(5000, 500)));
    await bench.server.reached(runId, 'run.started');
    bench.server.command('pause', machineId, runId);
    await bench.server.reached(runId, 'run.paused');
    await bench.state(machineId, 'paused');
    bench.server.command('resume', machineId, runId);
    await bench.server.reached(runId, 'run.resumed');
    await pollUntil('telemetry of a run that prints', () => {
      const run = bench.telemetryOf(machineId)?.run;
      return run?.runId === runId && run.phase === 'printing' && (run.filamentUm[0] ?? 0) > 0;
    });
    bench.server.command('cancel', machineId, runId);
    const ended = await bench.server.ended(runId);
    expect(ended).toMatchObject({ outcome: 'cancelled', cause: null });
    expect(ended.filamentUm).toEqual(machine.machine.record.filamentUm);
    expect(heatersOf(machine)).toEqual([0, 0]);
  });

  it('obeys while its computer’s date jumps three hours ahead, three behind, and forty days', async () => {
    const hourMs = 3_600_000;
    await start(100);
    const runId = bench.server.assign(machineId, bench.server.offer(part(5000, 500)));
    await bench.server.reached(runId, 'run.started');
    bench.wrongByMs = 3 * hourMs;
    bench.server.command('pause', machineId, runId);
    await bench.server.reached(runId, 'run.paused');
    bench.wrongByMs = -3 * hourMs;
    bench.server.command('resume', machineId, runId);
    await bench.server.reached(runId, 'run.resumed');
    bench.wrongByMs = 40 * 24 * hourMs;
    bench.server.command('cancel', machineId, runId);
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'cancelled', exact: true });
    expect(heatersOf(machine)).toEqual([0, 0]);
    expect(bench.server.refusals).toEqual([]);
  });

  it('ends a run whose cancel came first, without sending a line', async () => {
    await start(100);
    await bench.state(machineId, 'ready');
    const runId = newId<RunId>();
    bench.server.command('cancel', machineId, runId);
    await pollUntil('the receipt', () => bench.server.receipts.length === 1);
    bench.server.assign(machineId, bench.server.offer(part(10)), runId);
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'cancelled', linesSent: 0 });
    expect(bench.server.story(runId)).toEqual(['run.ended']);
    expect(machine.machine.record.commandsAccepted).toBe(0);
  });

  it('stops the machine in an emergency', async () => {
    await start(100);
    const runId = bench.server.assign(machineId, bench.server.offer(part(5000, 500)));
    await bench.server.reached(runId, 'run.started');
    bench.server.command('emergency-stop', machineId);
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.EMERGENCY_STOP' },
      exact: false,
    });
    await bench.state(machineId, 'halted');
    expect(machine.machine.record.state).toBe('halted');
  });
});

describe('an agent with a machine behind a line bridge on the lab’s own broker', () => {
  let bench: AgentBench;
  let machine: BenchMachine;

  beforeEach(async () => {
    bench = await AgentBench.start();
  });
  afterEach(async () => {
    await bench.stop();
    await machine.stop();
  });

  it('prints with its own credentials', async () => {
    const machineId = bench.addMachine('bridge:');
    const base = labTopics(bench.labId).bridge(machineId);
    const credentials = { username: `machine/${machineId}`, password: 'bridge secret' };
    machine = await startBridgedMachine(200, bench.broker.url, credentials, base);
    await bench.startAgent();
    const gcode = part(100);
    const runId = bench.server.assign(machineId, bench.server.offer(gcode));
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'done',
      filamentUm: [10_000],
      commandsSha256: sha256Of(gcode),
    });
    expect(machine.machine.record.filamentUm).toEqual([10_000]);
  });
});
