import {
  describeOnBothDatabases,
  startTestServer,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { ChainWorld, form, type JobView, smallPart } from './fixtures/chain-world';
import { greyPng, pictureComment } from './fixtures/picture';

const PICTURED = `${pictureComment(48, 36)}${pictureComment(320, 240)}${smallPart('pictured')}`;

describeOnBothDatabases('the pictures of a job', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;
  let job: JobView;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
    world = await ChainWorld.of(server);
    ana = await server.accountWith('maker');
    const { labId } = await world.makeLab();
    const { body } = await ana.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, PICTURED));
    job = await world.jobWhen(body.jobs[0]?.id ?? '', 'queued');
  });
  afterAll(() => server.stop());

  const fetchRaw = (path: string, token: string | undefined, headers = {}) =>
    fetch(server.url + path, { headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers } });
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  it('stand in its view, with their addresses', () => {
    expect(job.thumbnails).toEqual([
      { width: 48, height: 36, format: 'png', href: `/api/v1/jobs/${job.id}/thumbnail?width=48` },
      { width: 320, height: 240, format: 'png', href: `/api/v1/jobs/${job.id}/thumbnail?width=320` },
    ]);
  });

  it.each([
    ['the small one for a list', '?width=40', greyPng(48, 36)],
    ['the large one for a page', '?width=200', greyPng(320, 240)],
    ['the large one when no size is asked', '', greyPng(320, 240)],
  ])('are served: %s', async (_what, query, picture) => {
    const answer = await fetchRaw(`/api/v1/jobs/${job.id}/thumbnail${query}`, ana.client.token);
    expect(answer.status).toBe(200);
    // The picture was packed anew while it was checked: what it shows is compared, by its header.
    expect((await bytesOf(answer)).subarray(0, 24)).toEqual(picture.subarray(0, 24));
  });

  it('are nothing but pictures to a browser, and private', async () => {
    const answer = await fetchRaw(`/api/v1/jobs/${job.id}/thumbnail`, ana.client.token);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"\w+"$/),
    });
  });

  it('are not sent again to whoever has them', async () => {
    const path = `/api/v1/jobs/${job.id}/thumbnail`;
    const etag = (await fetchRaw(path, ana.client.token)).headers.get('etag') ?? '';
    const answer = await fetchRaw(path, ana.client.token, { 'if-none-match': `"other", ${etag}` });
    expect({ status: answer.status, bytes: (await bytesOf(answer)).length }).toEqual({
      status: 304,
      bytes: 0,
    });
    expect(answer.headers.get('etag')).toBe(etag);
  });

  it('are for those who may see the job', async () => {
    const path = `/api/v1/jobs/${job.id}/thumbnail`;
    expect((await fetchRaw(path, undefined)).status).toBe(401);
    const ben = await server.accountWith('maker');
    expect(await ben.client.get(path)).toMatchObject({ status: 404, body: { code: 'JOB.UNKNOWN' } });
    expect((await fetchRaw(path, world.admin.token)).status).toBe(200);
  });

  it('are none for a file without', async () => {
    const { labId } = await world.makeLab();
    const { id } = await world.submit(labId, smallPart('plain'));
    expect((await world.jobWhen(id, 'queued')).thumbnails).toEqual([]);
    const answer = await world.admin.get(`/api/v1/jobs/${id}/thumbnail`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'FILE.NO_THUMBNAIL' } });
  });
});
