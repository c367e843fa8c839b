import { join } from 'node:path';
import { labTopics } from '@pandafab/lab-link';
import { type AgentId, type LabId, type MachineId, systemClock } from '@pandafab/shared';
import {
  pollUntil,
  startMosquitto,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { connectAsync, type MqttClient } from 'mqtt';
import { pino } from 'pino';
import { Agent } from '../../apps/agent/src/agent';
import { EmbeddedBroker } from '../../apps/server/src/network/link/embedded-broker';
import { ChainWorld } from '../medium/fixtures/chain-world';

interface Credentials {
  readonly username: string;
  readonly secret: string;
}
interface City {
  readonly world: ChainWorld;
  readonly url: string;
  stop(): Promise<void>;
}

async function serve(directory: string, env: NodeJS.ProcessEnv): Promise<TestServer> {
  const location = { sqliteFile: join(directory, 'pandafab.sqlite') };
  const drop = async () => {};
  return startTestServer({ database: { kind: 'SQLite', location, dataDirectory: directory, drop }, env });
}

async function embedded({ path }: TemporaryDirectory): Promise<City> {
  const server = await serve(path, {});
  const url = `mqtt://127.0.0.1:${server.app.get(EmbeddedBroker).port}`;
  return { world: await ChainWorld.of(server), url, stop: () => server.stop() };
}

async function mosquitto({ path }: TemporaryDirectory): Promise<City> {
  const broker = await startMosquitto({ accessDirectory: path });
  const account = { MQTT_URL: broker.url, MQTT_USERNAME: 'pandafab', MQTT_PASSWORD: 'of the server' };
  const files = { PANDAFAB_MOSQUITTO_DIR: path, PANDAFAB_MOSQUITTO_PID_FILE: join(path, 'pid') };
  const server = await serve(path, { ...account, ...files });
  const stop = async () => {
    await server.stop();
    await broker.stop();
  };
  return { world: await ChainWorld.of(server), url: broker.url, stop };
}

/** The same tests on the embedded broker and on a real Mosquitto that reads the files that the server writes. */
describe.each([
  ['the embedded broker', embedded],
  ['Mosquitto with the files that the server writes', mosquitto],
])('%s', (_, found) => {
  let directory: TemporaryDirectory;
  let city: City;
  let mine: Awaited<ReturnType<typeof furnish>>;
  let theirs: Awaited<ReturnType<typeof furnish>>;
  const clients: MqttClient[] = [];

  beforeAll(async () => {
    directory = await temporaryDirectory();
    city = await found(directory);
    [mine, theirs] = [await furnish(), await furnish()];
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.endAsync(true)));
    await city.stop();
    await directory.remove();
  });

  /** A lab with an agent and a machine behind a line bridge. */
  async function furnish() {
    const { labId, credentials } = await city.world.makeLab();
    const made = await city.world.addMachine(labId, { address: 'bridge:' });
    const { id, bridge } = made as { id: MachineId; bridge?: Credentials & { topic: string } };
    if (!bridge) throw new Error('no account was made for the bridge');
    const agent = { username: `agent/${credentials.agentId}`, secret: credentials.secret };
    return {
      labId,
      agent,
      bridge,
      topics: labTopics(labId as LabId),
      machineTopic: labTopics(labId).bridge(id),
    };
  }

  const knock = ({ username, secret }: Credentials) =>
    connectAsync(city.url, { username, password: secret, protocolVersion: 4, reconnectPeriod: 0 });

  /** Connects as soon as the broker knows its credentials, subscribes to these topics, and records the messages. */
  async function enter(credentials: Credentials, ...filters: string[]) {
    const client = await pollUntil('to be let in', () => knock(credentials).catch(() => undefined));
    clients.push(client);
    client.on('error', () => {});
    const heard: string[] = [];
    client.on('message', (_topic, payload) => heard.push(payload.toString()));
    const granted = await client.subscribeAsync(filters, { qos: 1 }).catch(() => []);
    const refused = granted.filter(({ qos }) => qos === 128).map(({ topic }) => topic);
    return { client, heard, refused };
  }

  /** A new one each time: a broker may disconnect a client that publishes without the right to. */
  async function say(credentials: Credentials, topic: string, text: string): Promise<void> {
    const { client } = await enter(credentials);
    await Promise.race([
      client.publishAsync(topic, text, { qos: 1 }).catch(() => {}),
      new Promise<void>((resolve) => client.once('close', () => resolve())),
    ]);
    await client.endAsync(true);
  }

  it('passes lines between an agent and the bridge of its lab', async () => {
    const agent = await enter(mine.agent, `${mine.machineTopic}/from`, mine.topics.down);
    const bridge = await enter(mine.bridge, `${mine.machineTopic}/to`);
    await say(mine.agent, `${mine.machineTopic}/to`, 'M105');
    await say(mine.bridge, `${mine.machineTopic}/from`, 'ok');
    await pollUntil('the line', () => bridge.heard.includes('M105'));
    await pollUntil('the answer', () => agent.heard.includes('ok'));
  });

  it('refuses messages that only the server or another lab may send', async () => {
    const agent = await enter(theirs.agent, theirs.topics.down, `${theirs.machineTopic}/from`);
    const bridge = await enter(theirs.bridge, `${theirs.machineTopic}/to`);
    for (const topic of [theirs.topics.down, `${theirs.machineTopic}/from`, `${theirs.machineTopic}/to`]) {
      await say(mine.agent, topic, `another agent on ${topic}`);
      await say(mine.bridge, topic, `another bridge on ${topic}`);
    }
    await say(theirs.agent, theirs.topics.down, 'its own orders');
    await say(theirs.bridge, theirs.topics.down, 'a bridge’s orders');
    await say(theirs.bridge, `${theirs.machineTopic}/from`, 'last');
    await say(theirs.agent, `${theirs.machineTopic}/to`, 'last');
    await pollUntil('the last words', () => agent.heard.includes('last') && bridge.heard.includes('last'));
    expect([agent.heard, bridge.heard]).toEqual([['last'], ['last']]);
  });

  it('sends no client the messages of another lab, by its name or by a wildcard', async () => {
    const filters = [
      ...[
        '#',
        '+/#',
        '+/+/+/+/down',
        '/#',
        '$SYS/#',
        '$share/thieves/#',
        'pandafab/#',
        'pandafab/v1/labs/+/#',
      ],
      ...[
        `${theirs.machineTopic}/from`,
        theirs.topics.down,
        `${theirs.topics.down}/#`,
        `${mine.topics.down}/#`,
      ],
      ...[`$share/thieves/${theirs.topics.down}`, `${mine.machineTopic}/../../machines/+/from`],
    ];
    const curious = await Promise.all(
      [mine.agent, mine.bridge].flatMap((credentials) => filters.map((filter) => enter(credentials, filter))),
    );
    const rightful = await enter(theirs.agent, `${theirs.machineTopic}/from`);
    await say(theirs.bridge, `${theirs.machineTopic}/from`, 'temperatures');
    await pollUntil('the lab to hear it', () => rightful.heard.includes('temperatures'));
    expect(curious.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('accepts an agent that lost power between storing its new secret and reporting it', async () => {
    const lab = await city.world.makeLab();
    const { agentId, secret } = lab.credentials;
    const basic = `Basic ${Buffer.from(`${agentId}:${secret}`).toString('base64')}`;
    const headers = { authorization: basic };
    const asked = await city.world.server
      .anonymous()
      .post<{ secret: string }>('/api/agent/secret', undefined, { headers });
    const logged: string[] = [];
    const agent = await Agent.start({
      clock: systemClock,
      log: pino({ level: 'info' }, { write: (line) => logged.push(line) }),
      version: '0.1.0',
      onRefused: () => {},
      config: {
        ...{
          serverUrl: city.world.server.url,
          mqttUrl: city.url,
          labId: lab.labId,
          agentId: agentId as AgentId,
        },
        ...{
          secret: asked.body.secret,
          secretIsEnrolled: true,
          dataDirectory: join(directory.path, agentId),
        },
        ...{ healthPort: undefined, cacheBytes: 1e9, takeOver: false, onStop: 'park', announce: undefined },
        log: { level: 'info', pretty: false },
      },
    });
    await pollUntil('it to be welcomed', () =>
      logged.some((line) => line.includes('welcomed by the server')),
    );
    await agent.stop();
    await expect(knock({ username: `agent/${agentId}`, secret })).rejects.toThrow();
  });

  it('refuses a client with a wrong secret, without one, or with one that was replaced', async () => {
    await expect(knock({ ...mine.agent, secret: 'guessed' })).rejects.toThrow();
    await expect(connectAsync(city.url, { protocolVersion: 4, reconnectPeriod: 0 })).rejects.toThrow();
    const lab = await city.world.makeLab();
    const old = { username: `agent/${lab.credentials.agentId}`, secret: lab.credentials.secret };
    const { client } = await enter(old);
    const { secret } = await city.world.post<Credentials>(`/labs/${lab.labId}/agent`, {});
    await pollUntil('the old one to be cut off', () => !client.connected);
    await enter({ ...old, secret });
    await expect(knock(old)).rejects.toThrow();
  });
});
