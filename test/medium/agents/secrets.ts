import { pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';
import { type BenchMachine, part, startBridgedMachine } from '../agent-bench/bench-machine';

const SECRET = /planted/;

describe('an agent that knows a machine’s user name and password', () => {
  let bench: AgentBench;
  let machine: BenchMachine;

  beforeAll(async () => {
    bench = await AgentBench.start();
    const bridge = { username: 'bridge', password: 'bridge secret' };
    machine = await startBridgedMachine(1000, bench.broker.url, bridge, 'lab/panda');
  });
  afterAll(async () => {
    await bench.stop();
    await machine.stop();
  });

  it('prints with them, and never reveals them: no log, no health, no transcript, no telemetry, no event', async () => {
    const { port } = bench.broker;
    const machineId = bench.addMachine(`mqtt://planted-name:planted-word@127.0.0.1:${port}/lab/panda`);
    // Each of these cannot be reached, and is logged.
    for (const address of [
      'mqtt://planted-name:planted-word@127.0.0.1:1/base',
      'mqtt://planted-name:planted/word@127.0.0.1:1/base',
      'mqtt://127.0.0.1:1/base?token=planted-token',
      '/dev/planted?key=planted-key'.replace('/dev/planted', '/dev/none'),
    ])
      bench.addMachine(address);
    const agent = await bench.startAgent('first', 0);
    await bench.state(machineId, 'ready');
    const runId = bench.server.assign(machineId, bench.server.offer(part(20)));
    expect((await bench.server.ended(runId)).outcome).toBe('done');
    const transcript = await pollUntil('the transcript', () => bench.server.transcripts.get(runId));
    const health = await (await fetch(`http://127.0.0.1:${agent.healthPort}/health`)).text();
    await pollUntil('the machines that are not there to be logged', () =>
      ['127.0.0.1:1/base', '/dev/none'].every((each) => bench.logged.some((line) => line.includes(each))),
    );
    for (const [where, what] of Object.entries({
      log: bench.logged,
      health,
      transcript,
      telemetry: bench.server.telemetries,
      events: bench.server.events,
    }))
      expect([where, SECRET.test(JSON.stringify(what))]).toEqual([where, false]);
  });
});
