import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agentArguments } from '../lib/agent.mjs';
import { root } from '../lib/root.mjs';
import { freePort, httpAnswers } from '../lib/wait.mjs';

/** Where the machines are reached; chosen before anything starts, so that the server can be given them. */
export async function chooseMachineAddresses(directory) {
  mkdirSync(join(directory, 'run'), { recursive: true, mode: 0o700 });
  return {
    serial: join(directory, 'run', 'panda-1'),
    tcp: `tcp://127.0.0.1:${await freePort()}`,
    bridge: 'bridge:',
    'montchapet-1': `tcp://127.0.0.1:${await freePort()}`,
    'bourroches-1': `tcp://127.0.0.1:${await freePort()}`,
  };
}

/** One virtual machine, in a separate process, `speed` times faster than life. */
export async function startMachine(launcher, { machine, address, mqttUrl, speed, program }) {
  const port = { serial: 'pty', bridge: `${mqttUrl}/${machine.bridge?.topic}` }[machine.key] ?? address;
  const link = machine.key === 'serial' ? ['--link', address] : [];
  const credentials = machine.bridge && {
    PANDAFAB_MQTT_USERNAME: machine.bridge.username,
    PANDAFAB_MQTT_PASSWORD: machine.bridge.secret,
  };
  await launcher.start({
    name: `machine-${machine.key}`,
    ...program([
      join(root, 'dist/apps/cli/src/main.js'),
      ...['simulate', '--profile', 'marlin-2', '--port', port, ...link],
      ...['--speed', String(speed), '--volume', '250x210x210'],
    ]),
    env: { ...process.env, ...credentials },
    quiet: true,
    restart: true,
  });
}

/** A lab's agent. */
export async function startAgent(launcher, { key, lab, url, mqttUrl, directory, program, quiet }) {
  const port = await freePort();
  await launcher.start({
    name: `agent-${key}`,
    ...program(agentArguments()),
    env: {
      ...process.env,
      PANDAFAB_SERVER_URL: url,
      PANDAFAB_MQTT_URL: mqttUrl,
      PANDAFAB_LAB_ID: lab.id,
      PANDAFAB_AGENT_ID: lab.agent.agentId,
      PANDAFAB_AGENT_SECRET: lab.agent.secret,
      PANDAFAB_AGENT_DATA_DIR: join(directory, 'agents', key),
      PANDAFAB_AGENT_PORT: String(port),
    },
    quiet,
    restart: true,
    ready: () => httpAnswers(`http://127.0.0.1:${port}/health`),
    readyTimeoutMs: 3 * 60_000,
  });
}
