import { createServer } from 'node:net';
import { say } from '../output';
import { type Finding, missing, ok } from './finding';

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

async function pandaFabAnswers(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/api/health/ready`;
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function checkPort(variable: string, port: number, host: string, running: boolean): Promise<Finding> {
  const name = `port ${port}`;
  if (running)
    return ok(name, say('used by PandaFab, which is running', 'utilisé par PandaFab, en cours d’exécution'));
  if (await isFree(port, host)) return ok(name, say('free', 'libre'));
  return missing(
    name,
    say('used by another program', 'pris par un autre programme'),
    say(
      `End that program (ss -ltnp "sport = :${port}" names it), or set ${variable} to another port.`,
      `Arrêtez ce programme (ss -ltnp "sport = :${port}" le nomme), ou donnez un autre port dans ${variable}.`,
    ),
  );
}

/** Whether the server's own ports are free: HTTP, and MQTT with the embedded broker. */
export async function checkPorts(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const port = Number(env.PORT || 3000);
  const running = await pandaFabAnswers(port);
  const http = await checkPort('PORT', port, env.HOST || '127.0.0.1', running);
  if (env.MQTT_URL) return [http];
  const mqttPort = Number(env.PANDAFAB_MQTT_PORT || 1883);
  const mqttHost = env.PANDAFAB_MQTT_HOST || '127.0.0.1';
  return [http, await checkPort('PANDAFAB_MQTT_PORT', mqttPort, mqttHost, running)];
}
