import { join } from 'node:path';
import { root } from './root.mjs';
import { httpAnswers } from './wait.mjs';

/** Where a server that listens at `host` answers this computer. */
const reachable = (host) => (!host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

/**
 * Starts the service and waits until it can serve.
 * @param {import('./processes.mjs').Launcher} launcher
 * @param {{ directory: string, redisUrl: string, port: number, mqttPort: number, env?: NodeJS.ProcessEnv, quiet?: boolean, onLine?: (line: string) => void }} options
 * @returns {Promise<string>} its address on this computer
 */
export async function startServer(
  launcher,
  { directory, redisUrl, port, mqttPort, env = {}, quiet, onLine },
) {
  const url = `http://${reachable(process.env.HOST)}:${port}`;
  await launcher.start({
    name: 'server',
    command: process.execPath,
    args: [join(root, 'dist/apps/server/src/main.js')],
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
    readyTimeoutMs: 60_000,
  });
  return url;
}
