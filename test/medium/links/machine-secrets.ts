import fs from 'node:fs';
import { describeOnBothDatabases, pollUntil, startTestServer, type TestServer } from '@pandafab/testing';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { generousLimits } from '../fixtures/generous-limits';
import type { Right } from '../rights/right';
import { RIGHTS } from '../rights/rights-table';
import { PRINCIPALS, type Principal, RightsWorld } from '../rights/rights-world';

interface MachineView {
  readonly id: string;
  readonly address: string | null;
  readonly credentials: string | null;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const ADDRESS = 'mqtt://127.0.0.1:1/planted/base';
const FIRST = { username: 'planted-name', password: 'planted-first' };
const SECOND = { username: 'planted-name', password: 'planted-second/@:%' };
/** As people would try, each refused. */
const REFUSED = 'planted-refused';
const isSecret = (text: string): boolean => /planted-(name|first|second|refused)/.test(text);

/** What the service writes to its log, here: all of it goes to the standard output. */
function listenToLog(): { readonly lines: string[]; readonly stop: () => void } {
  const lines: string[] = [];
  const write = fs.writeSync.bind(fs) as (...all: unknown[]) => number;
  const spy = jest.spyOn(fs, 'writeSync').mockImplementation(((
    fd: number,
    text: unknown,
    ...more: unknown[]
  ) => {
    if (fd !== 1) return write(fd, text, ...more);
    lines.push(String(text));
    return Buffer.byteLength(String(text));
  }) as typeof fs.writeSync);
  return { lines, stop: () => spy.mockRestore() };
}

describeOnBothDatabases('the credentials of a machine', (open) => {
  let server: TestServer;
  let world: RightsWorld;
  let log: ReturnType<typeof listenToLog>;
  let machineId = '';
  const streams: { readonly who: Principal; text: string }[] = [];
  const hangUp = new AbortController();

  beforeAll(async () => {
    log = listenToLog();
    const env = { LOG_LEVEL: 'trace', LOG_PRETTY: 'false' };
    server = await startTestServer({ database: await open(), limits: generousLimits, env });
    world = await RightsWorld.open(server);
    for (const who of ['maker', 'trainerHere', 'managerHere', 'administrator'] as const) await follow(who);
    machineId = await plant();
  });
  afterAll(async () => {
    hangUp.abort();
    await world.agent.leave();
    await server.stop();
    log.stop();
  });

  const path = () => `/api/v1/machines/${machineId}`;
  const manager = () => world.people.managerHere.client;
  const patch = (body: object) => manager().patch<MachineView>(path(), body);

  /** Reads a live stream of the lab from now on. */
  async function follow(who: Principal): Promise<void> {
    const stream = { who, text: '' };
    streams.push(stream);
    const url = `${server.url}/api/v1/labs/${world.here.labId}/live`;
    const answer = await fetch(url, { headers: world.headersOf(who), signal: hangUp.signal });
    const read = async () => {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
        stream.text += Buffer.from(chunk).toString('utf8');
    };
    read().catch(() => {});
  }

  async function plant(): Promise<string> {
    const machine = { name: 'Planted', profileId: 'marlin-2', widthMm: 200, depthMm: 200, heightMm: 200 };
    const body = { ...machine, address: ADDRESS, credentials: FIRST };
    const made = await manager().post<MachineView>(`/api/v1/labs/${world.here.labId}/machines`, body);
    expect(made).toMatchObject({ status: 201, body: { address: ADDRESS, credentials: '***' } });
    expect(isSecret(made.text)).toBe(false);
    return made.body.id;
  }

  const told = () =>
    pollUntil('the machines to be told', async () => {
      const { machines } = (await world.agent.hear('machines')).body;
      return machines.find((each) => each.machineId === machineId);
    });

  it('are sent to the lab’s agent, as they were given', async () => {
    expect(await told()).toMatchObject({ address: ADDRESS, credentials: FIRST });
    expect((await patch({ credentials: SECOND })).body.credentials).toBe('***');
    expect((await told()).credentials).toEqual(SECOND);
  });

  it('stay as they are where they are left out, or sent back as they are shown', async () => {
    for (const body of [{ name: 'Renamed' }, { credentials: '***' }, { address: `${ADDRESS}?qos=0` }]) {
      expect((await patch(body)).status).toBe(200);
      expect((await told()).credentials).toEqual(SECOND);
    }
  });

  it.each([
    'mqtt://evil.example:1/planted/base',
    'mqtt://127.0.0.1:2/planted/base',
    'mqtts://127.0.0.1:1/planted/base',
    'tcp://127.0.0.1:1',
    '/dev/ttyUSB0',
    'bridge:',
  ])('follow the machine to no other host: %s needs them again', async (address) => {
    for (const body of [{ address }, { address, credentials: '***' }])
      expect(await patch(body)).toMatchObject({ status: 422, body: { code: 'MACHINE.CREDENTIALS_AGAIN' } });
  });

  it('are given again with another host, or taken away', async () => {
    const address = 'mqtt://127.0.0.1:3/planted/base';
    expect((await patch({ address, credentials: FIRST })).body).toMatchObject({
      address,
      credentials: '***',
    });
    expect(await told()).toMatchObject({ address, credentials: FIRST });
    const bare = await patch({ address: 'tcp://127.0.0.1:1', credentials: null });
    expect(bare.body).toMatchObject({ address: 'tcp://127.0.0.1:1', credentials: null });
    expect((await patch({ credentials: FIRST })).body.code).toBe('MACHINE.CREDENTIALS_UNUSED');
    expect((await patch({ address: ADDRESS, credentials: SECOND })).status).toBe(200);
  });

  it.each([
    `mqtt://ana:${REFUSED}@127.0.0.1:1/base`,
    `mqtt://${REFUSED}@127.0.0.1/base`,
    `tcp://ana:${REFUSED}@127.0.0.1:1`,
    `mqtt://127.0.0.1:1/base?password=${REFUSED}`,
    `mqtt://127.0.0.1:1/base?qos=0&token=${REFUSED}`,
    `mqtt://127.0.0.1:1/base?${REFUSED}`,
    `mqtt://127.0.0.1:1/base#${REFUSED}`,
    `/dev/ttyUSB0?key=${REFUSED}`,
    `bridge:?secret=${REFUSED}`,
  ])('are refused in the address, without saying it again: %s', async (address) => {
    const answer = await patch({ address });
    expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST.INVALID']);
    expect(answer.body.errors).toMatchObject([{ path: 'address' }]);
    expect(isSecret(answer.text)).toBe(false);
  });

  it('belong to an address that only the staff of the machine’s lab see', async () => {
    const seen = async (who: Principal) =>
      (await server.anonymous().get<MachineView>(path(), { headers: world.headersOf(who) })).body;
    for (const who of ['managerHere', 'administrator'] as const)
      expect(await seen(who)).toMatchObject({ address: ADDRESS, credentials: '***' });
    for (const who of ['maker', 'trainerHere', 'managerThere', 'billing'] as const)
      expect(await seen(who)).toMatchObject({ address: null, credentials: null });
  });

  it('are in no answer to any account, on any route', async () => {
    const asked: string[] = [];
    const leaks: string[] = [];
    for (const [name, right] of Object.entries(RIGHTS)) {
      if (!name.startsWith('GET ') || name.includes('/assets/') || right.stream) continue;
      const address = await addressOf(name.slice(4), right);
      asked.push(address);
      const knock = async (who: Principal) => {
        const answer = await server.anonymous().get(address, { headers: world.headersOf(who) });
        if (isSecret(answer.text)) leaks.push(`${who}: ${address}`);
      };
      await Promise.all(PRINCIPALS.map(knock));
    }
    expect(asked).toContain(path());
    expect(asked).toContain(`${path()}/changes`);
    expect(leaks).toEqual([]);
  });

  it('are in no live event', async () => {
    await patch({ name: 'Seen by everybody' });
    for (const stream of streams)
      await pollUntil(`${stream.who} to be told`, () => stream.text.includes('Seen by everybody'));
    expect(streams.filter(({ text }) => isSecret(text))).toEqual([]);
    const looksAfter = ({ text }: { text: string }) => text.includes('mqtt://127.0.0.1');
    expect(streams.filter(looksAfter).map(({ who }) => who)).toEqual(['managerHere', 'administrator']);
  });

  it('are in one column of the database, and in no other', async () => {
    const found = await server.app.get(UnitOfWork).run(async ({ manager }) => {
      const places: string[] = [];
      for (const { tableName } of manager.connection.entityMetadatas) {
        const rows: Record<string, unknown>[] = await manager.query(`SELECT * FROM ${tableName}`);
        for (const row of rows)
          for (const [column, value] of Object.entries(row))
            if (isSecret(String(value))) places.push(`${tableName}.${column}`);
      }
      return [...new Set(places)];
    });
    expect(found).toEqual(['machines.credentials']);
  });

  it('are in no line of the log, which tells everything', () => {
    expect(log.lines.some((line) => line.includes(path()))).toBe(true);
    expect(log.lines.filter(isSecret)).toEqual([]);
  });

  /** The route as in the table, with the planted machine where it is a machine's. */
  async function addressOf(route: string, right: Right): Promise<string> {
    const params: Record<string, string> = { ...(await right.params?.(world)) };
    if (route.includes('/machines/:id')) params.id = machineId;
    const query = typeof right.query === 'function' ? right.query(world) : (right.query ?? '');
    return route.replace(/:(\w+)/g, (_, name) => params[name] ?? 'missing') + query;
  }
});
