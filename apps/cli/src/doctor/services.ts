import { say } from '../output';
import { type Finding, missing, ok, reasonOf } from './finding';

const TIMEOUT_MS = 3_000;
// Each client is loaded when it is used: the other commands start without them.

async function pingRedis(url: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // connect() itself only says "Connection is closed."; the cause comes as an event.
  let cause: unknown;
  redis.on('error', (error) => {
    cause = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw cause ?? error;
  } finally {
    // On a connection that has ended already, disconnect() would hold the process for two seconds more.
    if (redis.status !== 'end') redis.disconnect();
  }
}

async function greetBroker(url: string, env: NodeJS.ProcessEnv): Promise<void> {
  const credentials = env.MQTT_USERNAME
    ? { username: env.MQTT_USERNAME, password: env.MQTT_PASSWORD ?? '' }
    : {};
  const { connect } = await import('mqtt');
  const client = connect(url, {
    ...credentials,
    protocolVersion: 4,
    connectTimeout: TIMEOUT_MS,
    reconnectPeriod: 0,
  });
  try {
    await new Promise((resolve, reject) => {
      client.once('connect', resolve).once('error', reject);
      client.once('close', () => reject(new Error(say('connection closed', 'connexion fermée'))));
    });
  } finally {
    // Also after a refusal: otherwise the timer keeps the program running for the rest of the time-out.
    client.on('error', () => undefined);
    await client.endAsync(true);
  }
}

async function queryDatabase(url: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** An address with a password in it must not end up in a bug report. */
const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:…@');

async function checkService(
  variable: string,
  url: string | undefined,
  greet: (url: string) => Promise<void>,
): Promise<Finding[]> {
  if (!url) return [];
  const shown = withoutPassword(url);
  try {
    await greet(url);
    return [ok(variable, say(`${shown} answers`, `${shown} répond`))];
  } catch (error) {
    const what = say(`${shown} does not answer`, `${shown} ne répond pas`);
    const cure = say(
      `Start that service, correct ${variable}, or unset it to use the built-in one.`,
      `Démarrez ce service, corrigez ${variable}, ou supprimez-la pour utiliser celui qui est intégré.`,
    );
    return [missing(variable, `${what}: ${reasonOf(error)}`, cure)];
  }
}

/** Checks the services that the environment names instead of the built-in ones. */
export async function checkServices(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const found = await Promise.all([
    checkService('REDIS_URL', env.REDIS_URL, pingRedis),
    checkService('MQTT_URL', env.MQTT_URL, (url) => greetBroker(url, env)),
    checkService('DATABASE_URL', env.DATABASE_URL, queryDatabase),
  ]);
  return found.flat();
}
