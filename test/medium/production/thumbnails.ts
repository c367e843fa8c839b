import type { TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { greyPng, pictureComment, pixelsOfPng } from '../fixtures/picture';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const PICTURED = `${pictureComment(48, 36)}${pictureComment(320, 240)}${smallPart('pictured')}`;

describeOnSharedServers('the pictures of a job', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;
  let job: JobView;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    ana = await server.accountWith('maker');
    const { labId } = await world.makeLab();
    const { body } = await ana.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, PICTURED));
    job = await world.jobWhen(body.jobs[0]?.id ?? '', 'queued');
  });

  const fetchRaw = (path: string, token: string | undefined, headers = {}) =>
    fetch(server.url + path, { headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers } });
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  it('are in its view, with their addresses', () => {
    expect(job.thumbnails).toEqual([
      {
        width: 48,
        height: 36,
        format: 'png',
        source: 'slicer',
        href: `/api/v1/jobs/${job.id}/thumbnail?width=48`,
      },
      {
        width: 320,
        height: 240,
        format: 'png',
        source: 'slicer',
        href: `/api/v1/jobs/${job.id}/thumbnail?width=320`,
      },
    ]);
  });

  it.each([
    ['the small one for a list', '?width=40', greyPng(48, 36)],
    ['the large one for a page', '?width=200', greyPng(320, 240)],
    ['the large one when no size is asked', '', greyPng(320, 240)],
  ])('are served: %s', async (_what, query, picture) => {
    const answer = await fetchRaw(`/api/v1/jobs/${job.id}/thumbnail${query}`, ana.client.token);
    expect(answer.status).toBe(200);
    // The picture was encoded again while it was checked: the test compares its size, from its header.
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

  it('are not sent again to a client that has them', async () => {
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

  it('are drawn from the toolpath of a file without any, and served like the slicer’s', async () => {
    const { labId } = await world.makeLab();
    const { id } = await world.submit(labId, smallPart('plain'));
    const { thumbnails } = await world.jobWhen(id, 'queued');
    expect(thumbnails).toEqual(
      [
        [110, 82],
        [440, 328],
      ].map(([width, height]) => ({
        ...{ width, height, format: 'png', source: 'drawn' },
        href: `/api/v1/jobs/${id}/thumbnail?width=${width}`,
      })),
    );
    for (const { href, width, height } of thumbnails) {
      const answer = await fetchRaw(href, world.admin.token);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(pixelsOfPng(await bytesOf(answer))).toBe(width * height);
      const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
      expect((await fetchRaw(href, world.admin.token, known)).status).toBe(304);
    }
  });

  it('are none for a file that draws nothing', async () => {
    const { labId } = await world.makeLab();
    const { id } = await world.submit(labId, smallPart('travels').replaceAll(' E0.1', ''));
    expect((await world.jobWhen(id, 'queued')).thumbnails).toEqual([]);
    const answer = await world.admin.get(`/api/v1/jobs/${id}/thumbnail`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'FILE.NO_THUMBNAIL' } });
  });
});
