import { newId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestServer,
} from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';

describeOnBothDatabases('a submission with a key of its sender’s own', (open) => {
  let redis: TemporaryRedis;
  let servers: TestServer[];
  let world: ChainWorld;
  let lab: FurnishedLab;

  beforeAll(async () => {
    redis = await startRedis();
    const options = { database: await open(), redisUrl: redis.url };
    servers = [await startTestServer(options), await startTestServer(options)];
    world = await ChainWorld.of(server(0));
    lab = await world.makeLab();
  });
  afterAll(async () => {
    await Promise.all(servers.map((each) => each.stop()));
    await redis.stop();
  });

  const server = (at: number) => servers[at] as TestServer;
  const send = (token: string | undefined, key: string, part: string, at = 0) =>
    server(at)
      .anonymous()
      .post<{ batchId: string; jobs: JobView[]; code?: string }>('/api/v1/jobs', form(lab.labId, part), {
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      });

  it('makes its jobs once, however often and to whichever server it is sent', async () => {
    const { client } = await server(0).accountWith('maker');
    const [key, part] = [newId<string>(), smallPart('once')];
    const answers = await Promise.all([0, 1, 0, 1, 0].map((at) => send(client.token, key, part, at)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.batchId)).size).toBe(1);
    expect((await client.get<{ total: number }>('/api/v1/jobs')).body.total).toBe(1);
  });

  it('is refused when the same key comes with another part, and is another person’s own', async () => {
    const [ana, ben] = [await server(0).accountWith('maker'), await server(0).accountWith('maker')];
    const key = newId<string>();
    const first = await send(ana.client.token, key, smallPart('first'));
    const other = await send(ana.client.token, key, smallPart('other'));
    expect([other.status, other.body.code]).toEqual([422, 'JOB.KEY_REUSED']);
    const his = await send(ben.client.token, key, smallPart('first'));
    expect(his.status).toBe(201);
    expect(his.body.batchId).not.toBe(first.body.batchId);
  });

  it('keeps its key free when it was refused', async () => {
    const { client } = await server(0).accountWith('maker');
    const key = newId<string>();
    const data = form(newId<string>(), smallPart('nowhere'));
    const headers = { authorization: `Bearer ${client.token}`, 'idempotency-key': key };
    expect((await server(0).anonymous().post('/api/v1/jobs', data, { headers })).status).toBe(404);
    expect((await send(client.token, key, smallPart('somewhere'))).status).toBe(201);
    expect((await send(client.token, ' '.repeat(201), smallPart('long'))).status).toBe(400);
  });
});
