import type { MachineId } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import { part, startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';

/** At 100 times its speed this takes half a minute: nothing of it ends by itself. */
const LONG = part(5000, 500);

describe('an agent and the heaters for which it is responsible', () => {
  let bench: AgentBench;
  let machine: TcpMachine;
  let machineId: MachineId;

  beforeEach(async () => {
    bench = await AgentBench.start();
    machine = await startTcpMachine(100);
    machineId = bench.addMachine(machine.address);
  });
  afterEach(async () => {
    await bench.stop();
    await machine.stop();
  });

  const targets = () => [machine.machine.record.nozzles[0]?.target, machine.machine.record.bed.target];
  const said = (words: string) => bench.logged.filter((line) => line.includes(words));
  const printing = async (gcode = LONG) => {
    const runId = bench.server.assign(machineId, bench.server.offer(gcode));
    await bench.server.reached(runId, 'run.started');
    return runId;
  };

  it('told to stop during a print, it gets the answer that they are off, sends nothing else, and has nothing left to do', async () => {
    const agent = await bench.startAgent();
    await printing();
    await agent.stop();
    expect(targets()).toEqual([0, 0]);
    expect(said('machine.heaters-off').length).toBeGreaterThan(0);
    expect(said('heaters-unconfirmed')).toEqual([]);
    expect(said('may be on')).toEqual([]);

    await bench.startAgent();
    await bench.state(machineId, 'ready');
    expect(said('an earlier run may have left the heaters on')).toEqual([]);
  });

  it('told to stop during a print on a machine that is gone, the next one asks for a person until it answers', async () => {
    const agent = await bench.startAgent();
    await printing();
    await machine.stop();
    await agent.stop();
    bench.server.telemetries.length = 0;
    await bench.startAgent();
    await pollUntil('the doubt', () => said('an earlier run may have left the heaters on').length > 0);
    const attention = () => bench.telemetryOf(machineId)?.attention ?? undefined;
    expect(await pollUntil('a call for help', attention)).toMatchObject({ kind: 'heaters-unknown' });
    machine = await startTcpMachine(100, machine.port);
    machine.turnKnob('M104 S205');
    await pollUntil('the all-clear', () => bench.telemetryOf(machineId)?.heatersUnknown === false, 40_000);
    expect(targets()).toEqual([0, 0]);
    expect(attention()).toBeUndefined();
  });

  it('asks for a person while a lost machine does not answer, and stops when it answers', async () => {
    await bench.startAgent();
    const runId = await printing();
    await machine.stop();
    await bench.server.ended(runId);
    await pollUntil('a call for help', () => bench.telemetryOf(machineId)?.attention ?? undefined);
    expect(bench.telemetryOf(machineId)).toMatchObject({
      heatersUnknown: true,
      needsPerson: 'heaters-unknown',
      attention: { kind: 'heaters-unknown', buttons: [], cooled: false },
    });
    machine = await startTcpMachine(100, machine.port);
    await pollUntil('the all-clear', () => bench.telemetryOf(machineId)?.heatersUnknown === false, 15_000);
    expect(bench.telemetryOf(machineId)).toMatchObject({ needsPerson: null, attention: null });
    expect(said('machine.heaters-unknown').length).toBeGreaterThan(0);
    expect(said('machine.heaters-off').length).toBeGreaterThan(0);
  });

  it('started after a crash, it asks for a person until the machine has answered', async () => {
    const first = await bench.startAgent('first');
    await printing();
    await bench.copyData('first', 'crashed');
    await first.stop();
    await machine.stop();
    await bench.startAgent('crashed');
    await pollUntil('a call for help', () => bench.telemetryOf(machineId)?.attention ?? undefined);
    expect(bench.telemetryOf(machineId)).toMatchObject({ heatersUnknown: true });
    expect(said('an earlier run may have left the heaters on').length).toBe(1);
    machine = await startTcpMachine(100, machine.port);
    machine.turnKnob('M104 S205');
    await pollUntil('the all-clear', () => bench.telemetryOf(machineId)?.heatersUnknown === false, 40_000);
    expect(targets()).toEqual([0, 0]);
  });

  it('carries a question of the file to the server, and the answer back', async () => {
    await bench.startAgent();
    const runId = await printing(part(5).replace('G92 E0', 'M0 Close the door\nG92 E0'));
    await pollUntil('the question', () => bench.telemetryOf(machineId)?.attention ?? undefined);
    expect(bench.telemetryOf(machineId)?.attention).toEqual({
      id: expect.any(Number),
      kind: 'command',
      message: 'Close the door',
      buttons: ['Continue'],
      cooled: false,
    });
    const id = bench.telemetryOf(machineId)?.attention?.id ?? 0;
    bench.server.answer(machineId, id - 1, 0);
    await pollUntil('the refusal', () =>
      bench.server.events.some(({ type }) => type === 'machine.answer-refused'),
    );
    expect(said('MACHINE.QUESTION_CHANGED')).toHaveLength(1);
    expect(bench.telemetryOf(machineId)?.attention?.id).toBe(id);
    bench.server.answer(machineId, id, 0);
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'done' });
  });

  it('sends the transcript of each run, once', async () => {
    await bench.startAgent();
    const runId = await printing(part(30));
    await bench.server.ended(runId);
    const transcript = await pollUntil('the transcript', () => bench.server.transcripts.get(runId));
    expect(transcript).toMatch(/^ {2}0\.\d{3} > N0 M110 N0\*125\n/);
    expect(transcript).toMatch(/ > N3 M109 S205\*\d+\n/);
    bench.server.transcripts.clear();
    const next = await printing(part(5));
    await pollUntil('the next one', () => bench.server.transcripts.get(next));
    expect([...bench.server.transcripts.keys()]).toEqual([next]);
  });
});
