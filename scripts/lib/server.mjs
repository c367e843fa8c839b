import { join } from 'node:path';
import { asBuilt } from './node-programs.mjs';
import { root } from './root.mjs';
import { httpAnswers } from './wait.mjs';

/** Where a server that listens at `host` answers this computer. */
const reachable = (host) => (!host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

/**
 * Starts the service and waits until it can serve.
 * @param {import('./processes.mjs').Launcher} launcher
 * @param {object} options
 * @param {string} options.directory
 * @param {string} options.redisUrl
 * @param {number} options.port
 * @param {number} options.mqttPort
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {import('./node-programs.mjs').NodeProgram} [options.program] how it is run
 * @param {boolean} [options.quiet]
 * @param {(line: string) => void} [options.onLine]
 * @returns {Promise<string>} its address on this computer
 */
export async function startServer(
  launcher,
  { directory, redisUrl, port, mqttPort, env = {}, program = asBuilt, quiet, onLine },
) {
  const url = `http://${reachable(process.env.HOST)}:${port}`;
  await launcher.start({
    name: 'server',
    ...program([join(root, 'dist/apps/server/src/app/main.js')]),
    env: {
      ...process.env,
      PANDAFAB_DATA_DIR: directory,
      PORT: String(port),
      PANDAFAB_MQTT_PORT: String(mqttPort),
      REDIS_URL: redisUrl,
      ...env,
    },
    quiet,
    onLine,
    ready: () => httpAnswers(`${url}/api/health/ready`),
    // Right after an installation, on a busy computer, reading the modules alone takes minutes. It ends earlier if the
    // server dies.
    readyTimeoutMs: 5 * 60_000,
  });
  return url;
}
