import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { MAX_MESSAGE_BYTES } from '@pandafab/lab-link';
import {
  type Child,
  certify,
  pollUntil,
  startChild,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import fc from 'fast-check';
import { generate } from 'mqtt-packet';
import {
  EmbeddedBroker,
  MOST_BYTES_OF_A_STRANGER,
} from '../../../apps/server/src/network/link/embedded-broker';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';

const MAIN = join(__dirname, '../../../dist/apps/agent/src/main.js');
const CONNECT = Buffer.from([0x10, 12, 0, 4, 77, 81, 84, 84, 4, 2, 0, 60, 0, 0]);
/** A PUBLISH that says it is as long as one can be. */
const ENDLESS = Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f, 0, 1, 97]);

let directory: TemporaryDirectory;
let server: TestServer;
let world: ChainWorld;

async function serve(env: NodeJS.ProcessEnv = {}): Promise<void> {
  const { path } = directory;
  const location = { sqliteFile: join(path, 'pandafab.sqlite') };
  const drop = async () => {};
  server = await startTestServer({ database: { kind: 'SQLite', location, dataDirectory: path, drop }, env });
  world = await ChainWorld.of(server);
}
describe('the embedded broker', () => {
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await server.stop();
    await directory.remove();
  });
  const port = () => server.app.get(EmbeddedBroker).port ?? 0;

  describe('messages that are too long', () => {
    const dial = () => connect(port(), '127.0.0.1').on('error', () => {});
    const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

    it('end the connection of the client that announces them, known or not, and no other', async () => {
      await serve();
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      for (const said of [ENDLESS, Buffer.concat([CONNECT, ENDLESS])]) {
        const stranger = dial();
        stranger.write(said);
        await closed(stranger);
      }
      const rude = await world.joinAgent(await world.makeLab());
      const hungUp = rude.hungUp();
      // Its client tries again for ever: nothing to wait for.
      rude.say('hello', { padding: 'x'.repeat(MAX_MESSAGE_BYTES + 2000) }).catch(() => {});
      await hungUp;
      await rude.leave();
      const runId = await world.submit(lab.labId, smallPart()).then(() => agent.take('assignment'));
      expect(runId.machineId).toBe(lab.machineId);
      await agent.leave();
    });
  });

  describe('strangers', () => {
    /** A CONNECT that says it is as long as a message may be. */
    const LONG = Buffer.concat([Buffer.from([0x10, 0xc0, 0x9a, 0x0c]), CONNECT.subarray(2)]);
    const dial = async () => {
      const socket = connect(port(), '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      return socket;
    };

    it('may send a few kilobytes at most before they are known, with any announced length', async () => {
      await serve();
      const stranger = await dial();
      const gone = once(stranger, 'close');
      stranger.write(Buffer.concat([LONG, Buffer.alloc(MOST_BYTES_OF_A_STRANGER)]));
      await gone;
    });

    it('are limited in number, and never keep out a known client: the oldest is closed', async () => {
      await serve();
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      const strangers = await Promise.all(Array.from({ length: 200 }, dial));
      const oldest = once(strangers[0] as Socket, 'close');
      const other = await world.joinAgent(await world.makeLab());
      await oldest;
      expect([agent.isConnected, other.isConnected]).toEqual([true, true]);
      expect(strangers.at(-1)?.destroyed).toBe(false);
      for (const stranger of strangers) stranger.destroy();
      await Promise.all([agent.leave(), other.leave()]);
    });
  });

  describe('packets that are no MQTT, or not allowed', () => {
    const sound: Buffer[] = [
      generate({
        cmd: 'connect',
        clientId: 'x',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        keepalive: 0,
      }),
      generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: '#', qos: 1 }] }),
      generate({
        cmd: 'publish',
        topic: 'pandafab/v1/labs/x/up',
        payload: '{}',
        qos: 1,
        messageId: 2,
        dup: false,
        retain: true,
      }),
      ...[generate({ cmd: 'puback', messageId: 9 }), generate({ cmd: 'pubrel', messageId: 9 })],
      ...[generate({ cmd: 'pingreq' }), generate({ cmd: 'disconnect' })],
    ];
    /** Valid ones in any order, with bytes changed, cut off and inserted. */
    const packets = fc
      .tuple(
        fc.array(fc.constantFrom(...sound), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.nat({ max: 8 }),
      )
      .map(([parts, changes, cut]) => {
        const bytes = Buffer.concat(parts);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes.subarray(0, bytes.length - Math.min(cut, bytes.length - 1));
      });

    it('end one connection at most, of strangers and of known clients: others continue', async () => {
      await serve();
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      const { agentId, secret } = (await world.makeLab()).credentials;
      const known = generate({
        ...{
          cmd: 'connect',
          clientId: 'known',
          protocolId: 'MQTT',
          protocolVersion: 4,
          clean: true,
          keepalive: 0,
        },
        ...{ username: `agent/${agentId}`, password: Buffer.from(secret) },
      });
      for (const bytes of fc.sample(packets, { numRuns: 300, seed: 17 })) {
        for (const said of [bytes, Buffer.concat([known, bytes])]) {
          const socket = connect(port(), '127.0.0.1').on('error', () => {});
          socket.end(said);
          socket.resume();
          await once(socket, 'close');
        }
      }
      expect(agent.isConnected).toBe(true);
      await world.submit(lab.labId, smallPart());
      expect((await agent.take('assignment')).machineId).toBe(lab.machineId);
      await agent.leave();
    });
  });

  describe('with a certificate', () => {
    let lab: FurnishedLab;
    let own: { certificate: string; key: string };
    let agent: Child;

    beforeEach(async () => {
      own = await certify(directory.path, 'broker');
      await serve({ PANDAFAB_MQTT_TLS_CERT: own.certificate, PANDAFAB_MQTT_TLS_KEY: own.key });
      lab = await world.makeLab();
    });
    afterEach(() => agent.stop());

    async function startAgent(env: NodeJS.ProcessEnv): Promise<void> {
      const { PATH, HOME } = process.env;
      const settings = {
        PANDAFAB_SERVER_URL: server.url,
        PANDAFAB_MQTT_URL: `mqtts://127.0.0.1:${port()}`,
        PANDAFAB_LAB_ID: lab.labId,
        PANDAFAB_AGENT_ID: lab.credentials.agentId,
        PANDAFAB_AGENT_SECRET: lab.credentials.secret,
        PANDAFAB_AGENT_DATA_DIR: join(directory.path, 'agent'),
      };
      agent = await startChild(process.execPath, [MAIN], {
        env: { PATH, HOME, LOG_PRETTY: 'false', ...settings, ...env },
      });
    }
    const isOnline = async () => {
      const { body } = await world.admin.get<{ items: { agentOnline: boolean }[] }>('/api/v1/labs');
      return body.items.some(({ agentOnline }) => agentOnline);
    };

    it('accepts an agent that trusts it, tells new agents that address, and answers no client without TLS', async () => {
      await startAgent({ NODE_EXTRA_CA_CERTS: own.certificate });
      await pollUntil('the agent to be there', isOnline);
      const { code } = await world.post<{ code: string }>(`/labs/${lab.labId}/enrolment-codes`, {});
      const { mqttUrl } = await world.post<{ mqttUrl: string }>('/enrol', { code }, 200);
      expect(mqttUrl).toBe(`mqtts://127.0.0.1:${port()}`);
      const plain = connect(port(), '127.0.0.1').on('error', () => {});
      let heard = 0;
      plain.on('data', (chunk) => {
        heard += chunk[0] === 0x20 ? 1 : 0;
      });
      plain.write(CONNECT);
      await new Promise<void>((resolve) => plain.once('close', () => resolve()));
      expect(heard).toBe(0);
    });

    it('is not trusted by an agent that does not know it, which says so', async () => {
      await startAgent({});
      await pollUntil('the agent to say so', () => /self-signed certificate/.test(agent.output()));
      expect(await isOnline()).toBe(false);
    });
  });

  it('does not start with half a certificate, or one that cannot be read', async () => {
    await serve();
    const key = join(directory.path, 'nowhere.key');
    const half = startTestServer({
      database: {
        kind: 'SQLite',
        location: { sqliteFile: join(directory.path, 'second.sqlite') },
        dataDirectory: directory.path,
        drop: async () => {},
      },
      env: { PANDAFAB_MQTT_TLS_KEY: key },
    });
    await expect(half).rejects.toMatchObject({ code: 'HOST.SETTINGS_INVALID' });
  });
});
