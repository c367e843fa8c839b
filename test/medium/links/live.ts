import { isDeepStrictEqual } from 'node:util';
import type { RunId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startMosquitto,
  startRedis,
  startTestServer,
  type TemporaryBroker,
  type TemporaryRedis,
  type TestServer,
} from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, smallPart } from '../fixtures/chain-world';
import { ScriptedAgent } from '../fixtures/scripted-agent';

interface Said {
  readonly event: string;
  readonly data: Record<string, unknown> & { readonly id?: string };
}

/** A page that shows a lab live. */
class Page {
  readonly heard: Said[] = [];
  ended = false;
  private readonly abort = new AbortController();

  static async open(server: TestServer, labId: string, token: string | undefined): Promise<Page> {
    const page = new Page();
    const answer = await fetch(`${server.url}/api/v1/labs/${labId}/live`, {
      signal: page.abort.signal,
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    page.read(answer).catch(() => {
      page.ended = true;
    });
    return page;
  }

  close(): void {
    this.abort.abort();
  }

  last(event: string, id?: string): Said['data'] | undefined {
    return this.heard.findLast((said) => said.event === event && (!id || said.data.id === id))?.data;
  }

  private async read({ body }: Response): Promise<void> {
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) this.note(part);
    }
    this.ended = true;
  }

  private note(part: string): void {
    const [, event = '', data = '{}'] = /event: (.*)\ndata: (.*)/.exec(part) ?? [];
    if (event) this.heard.push({ event, data: JSON.parse(data) as Said['data'] });
  }
}

describeOnBothDatabases('a lab shown live by two servers', (open) => {
  let redis: TemporaryRedis;
  let broker: TemporaryBroker;
  let servers: TestServer[];
  let world: ChainWorld;
  let lab: FurnishedLab;
  let agent: ScriptedAgent;
  const pages: Page[] = [];

  beforeAll(async () => {
    [redis, broker] = await Promise.all([startRedis(), startMosquitto()]);
    const database = await open();
    const options = { database, redisUrl: redis.url, env: { MQTT_URL: broker.url } };
    servers = [await startTestServer(options), await startTestServer(options)];
    world = await ChainWorld.of(server(0));
    lab = await world.makeLab();
    agent = await ScriptedAgent.connect({ url: broker.url, username: '', password: '' }, lab.credentials);
    await agent.join();
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await agent.leave();
    await Promise.all(servers.map((each) => each.stop()));
    await Promise.all([redis.stop(), broker.stop()]);
  });
  const server = (at: number) => servers[at] as TestServer;
  const watch = async (at: number, token: string | undefined, labId: string = lab.labId) => {
    const page = await Page.open(server(at), labId, token);
    pages.push(page);
    await pollUntil('the snapshot', () => page.last('snapshot'));
    return page;
  };

  it('shows on one server what was done on the other, and what the lab reports', async () => {
    const page = await watch(1, world.admin.token);
    await pollUntil(
      'the lab to be online',
      () => (page.last('lab') ?? (page.last('snapshot')?.lab as Said['data']))?.agentOnline,
    );
    const job = await world.submit(lab.labId, smallPart());
    const { runId } = await agent.take('assignment');
    await pollUntil('the job to run', () => page.last('job', job.id)?.state === 'running');
    await agent.report({ type: 'run.accepted', runId: runId as RunId });
    await agent.report({ type: 'run.started', runId: runId as RunId });
    await pollUntil('the run to print', () =>
      JSON.stringify(page.last('job', job.id)).includes('"printing"'),
    );
    await world.admin.request('PATCH', `/api/v1/machines/${lab.machineId}`, { body: { name: 'Renamed' } });
    await pollUntil('its new name', () => page.last('machine', lab.machineId)?.name === 'Renamed');
  });

  it('tells a person of unread notices, whichever server wrote them', async () => {
    const maker = await server(0).accountWith('maker');
    const page = await watch(1, maker.client.token);
    await pollUntil('the count', () => page.last('notices')?.unread === 0);
    await maker.client.post('/api/v1/jobs', form(lab.labId, smallPart('told live')));
    await pollUntil('the count to rise', () => page.last('notices')?.unread === 1);
    await maker.client.post('/api/v1/notices/read');
    await pollUntil('the count to fall', () => page.last('notices')?.unread === 0);
  });

  it('shows what the lists of the API show, and nothing else', async () => {
    const maker = await server(0).accountWith('maker');
    await maker.client.post('/api/v1/jobs', form(lab.labId, smallPart('listed')));
    for (const client of [world.admin, maker.client]) {
      const list = async (path: string) =>
        (await client.get<{ items: { id: string }[] }>(`/api/v1${path}`)).body.items;
      await pollUntil('the snapshot to be the lists', async () => {
        const page = await watch(0, client.token);
        page.close();
        const lists = {
          lab: (await list('/labs')).find(({ id }) => id === lab.labId),
          machines: await list(`/labs/${lab.labId}/machines`),
          jobs: await list(`/jobs?labId=${lab.labId}&limit=50`),
        };
        return isDeepStrictEqual(page.last('snapshot'), lists);
      });
    }
  });

  it('shows makers their own jobs only', async () => {
    const [ana, ben] = [await server(0).accountWith('maker'), await server(0).accountWith('maker')];
    const [hers, his] = [await watch(1, ana.client.token), await watch(1, ben.client.token)];
    const { body } = await ana.client.post<{ jobs: { id: string }[] }>(
      '/api/v1/jobs',
      form(lab.labId, smallPart('hers')),
    );
    const id = body.jobs[0]?.id;
    await pollUntil('her to see it', () => hers.last('job', id));
    const own = await ben.client.post<{ jobs: { id: string }[] }>(
      '/api/v1/jobs',
      form(lab.labId, smallPart('his')),
    );
    await pollUntil('him to see his', () => his.last('job', own.body.jobs[0]?.id));
    expect(his.heard.some(({ data }) => JSON.stringify(data).includes(String(id)))).toBe(false);
  });

  it('sends nothing more, and ends, when the role is withdrawn while its owner watches', async () => {
    const manager = await server(0).accountWith({ role: 'manager', labId: lab.labId });
    const page = await watch(0, manager.client.token);
    const roles = { roles: [{ role: 'billing' }] };
    await world.put(`/accounts/${manager.accountId}/roles`, roles);
    await world.admin.request('PATCH', `/api/v1/machines/${lab.machineId}`, { body: { name: 'Unseen' } });
    await pollUntil('the stream to end', () => page.ended);
    expect(JSON.stringify(page.heard)).not.toContain('Unseen');
    const late = await manager.client.patch(`/api/v1/machines/${lab.machineId}`, { name: 'Mine' });
    expect([late.status, late.body.code]).toEqual([403, 'AUTH.FORBIDDEN']);
  });

  it('is refused without an account, and for a lab that does not exist', async () => {
    const anonymous = await server(0).anonymous().get(`/api/v1/labs/${lab.labId}/live`);
    expect([anonymous.status, anonymous.body.code]).toEqual([401, 'AUTH.REQUIRED']);
    const unknown = await world.admin.get('/api/v1/labs/01a20d8a-8d61-7bac-b1f5-c480d5ba57b1/live');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'LAB.UNKNOWN']);
  });

  it('is open twenty times at most for one account', async () => {
    const { client } = await server(0).accountWith('maker');
    const many = await Promise.all(Array.from({ length: 20 }, () => watch(0, client.token)));
    const more = await client.get(`/api/v1/labs/${lab.labId}/live`);
    expect([more.status, more.body.code]).toEqual([429, 'LAB.TOO_MANY_WATCHING']);
    many[0]?.close();
    await pollUntil('room for another', async () => {
      const answer = await fetch(`${server(0).url}/api/v1/labs/${lab.labId}/live`, {
        headers: { authorization: `Bearer ${client.token}` },
      });
      await answer.body?.cancel();
      return answer.status === 200;
    });
  });

  it('ends when the server stops, which does not wait for clients', async () => {
    const page = await watch(1, world.admin.token);
    await server(1).stop();
    await pollUntil('the page to know', () => page.ended);
  });
});
