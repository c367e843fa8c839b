import type { MachineId } from '@pandafab/shared';
import { freePort, pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import { part, startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';

/** At 100 times its speed this takes half a minute: nothing of it ends by itself. */
const LONG = part(5000, 500);

describe('an agent that loses something during a run', () => {
  let bench: AgentBench;
  let machine: TcpMachine;
  let machineId: MachineId;
  let machines: TcpMachine[];

  beforeEach(async () => {
    bench = await AgentBench.start();
    machine = await startTcpMachine(100);
    machines = [machine];
    machineId = bench.addMachine(machine.address);
  });
  afterEach(async () => {
    await bench.stop();
    for (const each of machines) await each.stop();
  });

  const heaters = () => [machine.machine.record.nozzles[0]?.target, machine.machine.record.bed.target];
  const heated = () => (machine.machine.record.nozzles[0]?.target ?? 0) > 0;
  const executed = () => machine.machine.record.commandsExecuted;
  const filament = () => machine.machine.record.filamentUm[0] ?? 0;
  /** A run that has visibly begun to print. */
  const printing = async () => {
    const runId = bench.server.assign(machineId, bench.server.offer(LONG));
    await bench.server.reached(runId, 'run.started');
    await pollUntil('filament', () => filament() > 10_000);
    return runId;
  };

  it('continues to print without the broker; each event arrives once and in order afterwards', async () => {
    await bench.startAgent();
    const runId = bench.server.assign(machineId, bench.server.offer(part(240, 400)));
    await bench.server.reached(runId, 'run.started');
    await bench.loseBroker(() => pollUntil('the print to end', () => executed() >= 485 && !heated()));
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'done',
      filamentUm: [24_000],
      exact: true,
    });
    expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
    expect(bench.server.sequences).toEqual([1, 2, 3]);
    expect(bench.server.hellos).toBeGreaterThan(1);
  });

  it('ten machines continue to print without the broker, and their telemetry of that time is dropped', async () => {
    const more = await Promise.all(Array.from({ length: 9 }, () => startTcpMachine(100)));
    machines.push(...more);
    const ids = [machineId, ...more.map(({ address }) => bench.addMachine(address))];
    await bench.startAgent();
    const sha256 = bench.server.offer(part(240, 400));
    const runs = ids.map((id) => bench.server.assign(id, sha256));
    for (const runId of runs) await bench.server.reached(runId, 'run.started');
    const isDone = ({ machine: { record } }: TcpMachine) =>
      record.commandsExecuted >= 485 && record.nozzles[0]?.target === 0;
    let lostAt = '';
    await bench.loseBroker(async () => {
      lostAt = new Date().toISOString();
      await pollUntil('all prints to end', () => machines.every(isDone));
    });
    const backAt = new Date().toISOString();
    for (const runId of runs) {
      expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'done', exact: true });
      expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
    }
    expect(bench.server.sequences).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    await pollUntil('telemetry', () => bench.server.telemetries.some(({ sentAt }) => sentAt > backAt));
    expect(bench.server.telemetries.filter(({ sentAt }) => sentAt > lostAt && sentAt < backAt)).toEqual([]);
  });

  it('repeats messages that the server has not received', async () => {
    await bench.startAgent();
    const runId = bench.server.assign(machineId, bench.server.offer(part(10)));
    await bench.server.reached(runId, 'run.accepted');
    bench.server.deaf = true;
    await pollUntil('the print to end', () => executed() >= 15 && !heated());
    bench.server.deaf = false;
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'done' });
    expect(bench.server.sequences).toEqual([1, 2, 3]);
  });

  it('a second agent with the same identity ends, and touches no machine', async () => {
    await bench.startAgent('first');
    const runId = await printing();
    await bench.startAgent('second');
    await pollUntil('the refusal', () => bench.refused.length > 0);
    expect(bench.refused).toEqual(['LAB.AGENT_IDENTITY_IN_USE']);
    expect(machine.connections()).toBe(1);
    expect(bench.server.presences).toEqual(['online']);
    bench.server.command('cancel', machineId, runId);
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'cancelled', exact: true });
  });

  it('a second process with the same data directory is refused', async () => {
    await bench.startAgent('first');
    await expect(bench.startAgent('first')).rejects.toMatchObject({ code: 'LAB.JOURNAL_IN_USE' });
  });

  it('after a crash reports the run as interrupted, with its last figures, and turns the heaters off', async () => {
    const first = await bench.startAgent('first');
    const runId = await printing();
    const before = filament();
    await bench.copyData('first', 'crashed');
    const after = filament();
    bench.server.deaf = true;
    await first.stop();
    bench.server.transcripts.clear();
    machine.turnKnob('M104 S205');
    await pollUntil('a hot machine', heated);
    const commands = machine.machine.record.commandsAccepted;
    bench.server.deaf = false;

    await bench.startAgent('crashed');
    const ended = await bench.server.ended(runId);
    expect(ended).toMatchObject({
      outcome: 'interrupted',
      cause: { code: 'LAB.AGENT_RESTARTED' },
      exact: false,
      commandsSha256: null,
    });
    // Ahead of the machine by what its firmware buffers, behind by a checkpoint: 100 ms, in which it moves 2 mm here.
    const [reported = 0] = ended.filamentUm;
    expect(reported).toBeGreaterThanOrEqual(before - 6000);
    expect(reported).toBeLessThanOrEqual(after + 3000);
    await pollUntil('cold heaters', () => heaters().every((target) => target === 0));
    await bench.state(machineId, 'ready');
    expect(machine.machine.record.commandsAccepted).toBe(commands);
    expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
    const transcript = await pollUntil('the transcript', () => bench.server.transcripts.get(runId));
    expect(transcript).toMatch(/ > N3 M109 S205\*\d+\n/);
    expect(transcript).toMatch(/\n# Kept until \d{4}-.*\n# Gardé jusqu’au .*\n$/);
  });

  it('a run that had not begun continues after a restart', async () => {
    const port = await freePort();
    const lateId = bench.addMachine(`tcp://127.0.0.1:${port}`);
    const first = await bench.startAgent();
    const runId = bench.server.assign(lateId, bench.server.offer(part(20)));
    await bench.server.reached(runId, 'run.accepted');
    await first.stop();
    machines.push(await startTcpMachine(1000, port));
    await bench.startAgent();
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'done', filamentUm: [2000] });
    expect(bench.server.story(runId)).toEqual(['run.accepted', 'run.started', 'run.ended']);
  });

  it('told to stop, it ends the print with the heaters off, reports that, and sends its farewell', async () => {
    const agent = await bench.startAgent();
    const runId = await printing();
    await agent.stop();
    expect(heaters()).toEqual([0, 0]);
    const ended = await bench.server.ended(runId);
    expect(ended).toMatchObject({
      outcome: 'interrupted',
      cause: { code: 'LAB.AGENT_STOPPED' },
      exact: true,
    });
    expect(ended.filamentUm).toEqual(machine.machine.record.filamentUm);
    await pollUntil('goodbye', () => bench.server.presences.at(-1) === 'offline');
  });

  it('told to finish first, it ends with the last print, and begins no other', async () => {
    const agent = await bench.startAgent('first', undefined, 'finish');
    const sha256 = bench.server.offer(part(240, 400));
    const runId = bench.server.assign(machineId, sha256);
    await bench.server.reached(runId, 'run.started');
    const waiting = bench.server.assign(machineId, sha256);
    await bench.server.reached(waiting, 'run.accepted');
    await agent.stop();
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'done', exact: true });
    expect(bench.server.story(waiting)).toEqual(['run.accepted']);
    await bench.startAgent();
    expect(await bench.server.ended(waiting)).toMatchObject({ outcome: 'done' });
  });

  it('told to finish first, and then to end immediately, it parks', async () => {
    const agent = await bench.startAgent('first', undefined, 'finish');
    const runId = await printing();
    const stopped = agent.stop();
    expect(bench.server.story(runId)).not.toContain('run.ended');
    agent.stop(true);
    await stopped;
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'interrupted' });
    expect(heaters()).toEqual([0, 0]);
  });

  it('a machine that was pulled out fails its run, and is connected again', async () => {
    await bench.startAgent();
    const runId = await printing();
    await machine.stop();
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.UNPLUGGED' },
      exact: false,
    });
    machine = await startTcpMachine(100, machine.port);
    machines.push(machine);
    await bench.state(machineId, 'ready');
    expect(machine.machine.record.commandsAccepted).toBe(0);
  });

  it('answers the health check of its supervisor', async () => {
    const agent = await bench.startAgent('first', 0);
    await bench.state(machineId, 'ready');
    const health = await fetch(`http://127.0.0.1:${agent.healthPort}/health`);
    expect(await health.json()).toMatchObject({
      status: 'running',
      link: 'welcomed',
      machines: [{ machineId, name: 'Bench', state: 'ready' }],
    });
  });
});
