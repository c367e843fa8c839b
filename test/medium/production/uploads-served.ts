import type { TestServer } from '@pandafab/testing';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const MARK = 'alert(document.cookie)';
const hostile = `; <html><script>${MARK}</script>\n${smallPart('hostile')}`;
const name = '"><script>alert(1)</script>.html';

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describeOnSharedServers('an uploaded file', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  it('goes to the agent that prints it, as bytes to keep, and by no other address', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const job = await world.submit(lab.labId, hostile, name);
    const { runId, file } = await agent.take('assignment');

    const { agentId, secret } = lab.credentials;
    const authorization = `Basic ${Buffer.from(`${agentId}:${secret}`).toString('base64')}`;
    const path = `/api/agent/files/${file.sha256}`;
    const fetched = await server.anonymous().get(path, { headers: { authorization } });
    expect(fetched.text).toContain(MARK);
    expect(fetched.headers.get('content-type')).toBe('application/octet-stream');
    expect(fetched.headers.get('content-disposition')).toBe('attachment');
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
    expect(fetched.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await world.admin.get(path)).status).toBe(401);

    const { paths } = (await world.admin.get<ApiDocument>('/api/openapi.json')).body;
    const readable = Object.keys(paths).filter((each) => paths[each]?.get && !each.endsWith('/live'));
    expect(readable.length).toBeGreaterThan(20);
    for (const template of readable)
      for (const id of [job.id, runId, lab.labId, lab.machineId, file.sha256]) {
        const answer = await world.admin.get(template.replace(/\{\w+\}/g, id));
        expect([template, answer.text.includes(MARK)]).toEqual([template, false]);
        expect([template, answer.headers.get('content-type') ?? '']).not.toEqual([
          template,
          expect.stringContaining('text/html'),
        ]);
        if (!template.includes('{')) break;
      }
    await agent.leave();
  });

  it('has a name that is shown, in an answer that no browser takes for a page', async () => {
    const lab = await world.makeLab();
    const { id } = await world.submit(lab.labId, hostile, `../../${name}`);
    const answer = await world.admin.get<{ fileName: string }>(`/api/v1/jobs/${id}`);
    expect(answer.body.fileName).not.toContain('/');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
