import fs from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MachineId, RunId } from '@pandafab/shared';
import { freePort, pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import { part, startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';

/** At 100 times its speed this takes half a minute: nothing of it ends by itself. */
const LONG = part(5000, 500);

/** The journal of a run that was only accepted, next to the other files of a run that had begun. */
describe('an agent whose journal lost its last writes', () => {
  let bench: AgentBench;
  let machine: TcpMachine;
  let machineId: MachineId;
  let runId: RunId;
  /** The lines that the machine had received when the begin of a run was written to the disk. */
  let heardWhenSynced: string[];

  /** Leaves the real files of both moments: `accepted`, and `begun` half a print later. */
  beforeEach(async () => {
    bench = await AgentBench.start();
    heardWhenSynced = [];
    const { fdatasyncSync } = fs;
    jest.spyOn(fs, 'fdatasyncSync').mockImplementation((file) => {
      heardWhenSynced.push(machine.heard());
      fdatasyncSync(file);
    });
    const port = await freePort();
    machineId = bench.addMachine(`tcp://127.0.0.1:${port}`);
    const agent = await bench.startAgent('first');
    runId = bench.server.assign(machineId, bench.server.offer(LONG));
    await bench.server.reached(runId, 'run.accepted');
    await pollUntil('the file', () => bench.server.downloads.length === 1);
    await bench.copyData('first', 'accepted');
    bench.server.deaf = true;
    machine = await startTcpMachine(100, port);
    await pollUntil('filament', () => (machine.machine.record.filamentUm[0] ?? 0) > 1000);
    await bench.copyData('first', 'begun');
    await agent.stop();
  });
  afterEach(async () => {
    await bench.stop();
    await machine.stop();
    jest.restoreAllMocks();
  });

  /** Starts again with the older journal and the files of the later moment that `kept` names; nothing may be printed. */
  const demandInterrupted = async (...kept: string[]) => {
    for (const name of ['checkpoints.bin', 'transcripts'])
      await rm(join(bench.directory.path, 'accepted', name), { recursive: true, force: true });
    for (const name of kept) await bench.copyData(`begun/${name}`, `accepted/${name}`);
    const { commandsAccepted } = machine.machine.record;
    bench.server.deaf = false;
    await bench.startAgent('accepted');
    expect(await bench.server.ended(runId)).toMatchObject({
      outcome: 'interrupted',
      cause: { code: 'LAB.AGENT_RESTARTED' },
      exact: false,
    });
    expect(bench.server.story(runId)).not.toContain('run.started');
    expect(machine.machine.record.commandsAccepted).toBe(commandsAccepted);
  };

  it('keeps on its disk that a run begins, before the first line leaves', () => {
    expect(heardWhenSynced).toEqual([expect.not.stringContaining('G28')]);
    expect(machine.heard()).toContain('G28');
  });

  it('does not begin a run that has a checkpoint', () => demandInterrupted('checkpoints.bin'));

  it('does not begin a run of whose transcript there is a draft', () => demandInterrupted('transcripts'));

  it.each(['M104 S205', 'M140 S60'])(
    'does not begin a run on a machine that is told to heat: %s',
    async (command) => {
      machine.turnKnob(command);
      await demandInterrupted();
    },
  );
});

describe('an agent that is welcomed again with a run that it had only accepted', () => {
  it.each([
    ['does not begin it when the server does not expect it', () => []],
    ['does not begin it when the server knows of its start', (runId: RunId) => [{ runId, begun: true }]],
  ])('%s', async (_what, expected) => {
    const bench = await AgentBench.start();
    const port = await freePort();
    const machineId = bench.addMachine(`tcp://127.0.0.1:${port}`);
    const agent = await bench.startAgent();
    const runId = bench.server.assign(machineId, bench.server.offer(part(20)));
    await bench.server.reached(runId, 'run.accepted');
    await agent.stop();
    bench.server.expected = expected(runId);
    const machine = await startTcpMachine(1000, port);
    await bench.startAgent();
    expect(await bench.server.ended(runId)).toMatchObject({ outcome: 'interrupted', linesSent: 0 });
    await bench.state(machineId, 'ready');
    expect(machine.machine.record.commandsAccepted).toBe(0);
    await bench.stop();
    await machine.stop();
  });
});
