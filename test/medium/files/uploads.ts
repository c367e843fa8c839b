import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { StoredFile } from '../../../apps/server/src/production/files/file.entity';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { exchange, multipart, type RawPart, readAnswer, requestHead } from '../fixtures/raw-upload';

/** A fraction of a megabyte: 262144 bytes. */
const LIMIT_MB = 0.25;

describeOnBothDatabases('uploads', (open) => {
  let database: TestDatabase;
  let server: TestServer;
  let world: ChainWorld;
  let labId: string;

  const start = () => startTestServer({ database, env: { PANDAFAB_MAX_UPLOAD_MB: String(LIMIT_MB) } });

  beforeAll(async () => {
    database = await open();
    server = await start();
    world = await ChainWorld.of(server);
    labId = (await world.makeLab()).labId;
  });
  afterAll(() => server.stop());

  const rows = async () => {
    const reader = server.app.get(ReadDatabase);
    return { files: await reader.of(StoredFile).count(), jobs: await reader.of(Job).count() };
  };
  /** Every content on disk, whole or arriving. */
  const contents = () => {
    const root = join(database.dataDirectory, 'files');
    return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  };
  /** What a refusal must leave as it was. */
  const traces = async () => ({ ...(await rows()), onDisk: contents().length });
  const labPart = (): RawPart => ({ disposition: 'name="labId"', content: labId });
  const filePart = (disposition: string, content: string | Buffer = smallPart()): RawPart => ({
    disposition: `name="file"; ${disposition}`,
    content,
  });
  const send = async (parts: RawPart[]) => {
    const body = multipart(parts);
    return readAnswer(await exchange(server.url, [requestHead(world.admin, body.length), body]));
  };

  /** Sends to a server of its own, which has ended when this resolves: nothing can be arriving any more. */
  const sendAndEnd = async (sends: (url: string) => Promise<string>[]) => {
    const other = await start();
    const heard = await Promise.all(sends(other.url));
    expect((await other.anonymous().get('/api/health/live')).status).toBe(200);
    await other.stop();
    return heard;
  };

  it.each([
    ['an upload that is cut short', [60_000]],
    [
      'fifty that are cut short at the same time, at any byte',
      Array.from({ length: 50 }, (_, at) => (at + 1) * 1_960),
    ],
  ])('keeps nothing of %s, and continues to serve requests', async (_, lengths) => {
    const before = await traces();
    const body = multipart([labPart(), filePart('filename="a.gcode"', Buffer.alloc(100_000, 'G1 X1\n'))]);
    const sent = Buffer.concat([Buffer.from(requestHead(world.admin, body.length)), body]);
    const heard = await sendAndEnd((url) =>
      lengths.map((length) => exchange(url, [sent.subarray(0, length)], 100)),
    );
    expect(heard.filter((answer) => / 20\d /.test(answer))).toEqual([]);
    await pollUntil('nothing to be left', async () => (await traces()).onDisk === before.onDisk);
    expect(await traces()).toEqual(before);
    expect(readdirSync(join(database.dataDirectory, 'files', 'incoming'))).toEqual([]);
  });

  it('says that a form which ends in the middle was cut short', async () => {
    const before = await traces();
    const body = multipart([labPart(), filePart('filename="a.gcode"')]).subarray(0, -60);
    const answer = await exchange(server.url, [requestHead(world.admin, body.length), body]);
    expect(readAnswer(answer)).toMatchObject({ status: 400, body: { code: 'FILE.TRUNCATED' } });
    expect(await traces()).toEqual(before);
  });

  it('refuses a file above the limit as soon as it passes it, and keeps nothing of it', async () => {
    const before = await traces();
    const large = Buffer.alloc(LIMIT_MB * 1024 * 1024 + 1, 'G1 X1 Y1\n');
    const { status, body } = await world.admin.post('/api/v1/jobs', form(labId, large));
    expect({ status, code: body.code, title: body.title }).toEqual({
      status: 413,
      code: 'FILE.TOO_LARGE',
      title: 'The file is larger than 0.25 MB.',
    });
    expect(await traces()).toEqual(before);
  });

  it('answers immediately where the sender would continue endlessly', async () => {
    const head = requestHead(world.admin, 10 * 1024 ** 3);
    const start = multipart([labPart(), filePart('filename="a.gcode"', Buffer.alloc(400_000, 'G1 X1\n'))]);
    const heard = await exchange(server.url, [head, start.subarray(0, -40)]);
    expect(readAnswer(heard)).toMatchObject({ status: 413, body: { code: 'FILE.TOO_LARGE' } });
  });

  it('takes a file of exactly the limit', async () => {
    const commands = smallPart('largest');
    const comments = `;${'x'.repeat(62)}\n`.repeat(LIMIT_MB * 16 * 1024);
    const content = commands + comments.slice(0, LIMIT_MB * 1024 * 1024 - commands.length);
    const job = await world.submit(labId, content);
    expect((await world.jobWhen(job.id, 'queued')).analysis?.filamentMm).toEqual([2]);
  });

  it.each([
    ['a path', 'filename="../../../etc/cron.d/part.gcode"', 'part.gcode'],
    ['a path of Windows', 'filename="C:\\\\parts\\\\part.gcode"', 'part.gcode'],
    ['a NUL byte', 'filename="par\0t.gcode"', 'part.gcode'],
    ['a path in an encoded name', "filename*=UTF-8''..%2F..%2Fpart%00.gcode", 'part.gcode'],
    ['nothing but dots', 'filename=".."', 'sans-nom.gcode'],
  ])('shows a name that holds %s without it, and makes no file of that name', async (_what, given, shown) => {
    const { status, body } = await send([labPart(), filePart(given)]);
    expect({ status, body }).toMatchObject({ status: 201, body: { jobs: [{ fileName: shown }] } });
    expect(contents().filter(({ name }) => !/^[0-9a-f]{64}$/.test(name) && name.includes('part'))).toEqual(
      [],
    );
    expect(existsSync(join(database.dataDirectory, 'part.gcode'))).toBe(false);
  });

  it('refuses two files in one submission, and keeps neither', async () => {
    const before = await traces();
    const files = ['one', 'two'].map((name) => filePart(`filename="${name}.gcode"`, smallPart(name)));
    const { status, body } = await send([labPart(), ...files]);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'FILE.MORE_THAN_ONE' });
    expect(await traces()).toEqual(before);
  });

  it.each([
    ['no UUID', 'lab', 400, 'REQUEST.INVALID'],
    ['a lab that is not there', newId<string>(), 404, 'LAB.UNKNOWN'],
  ])('refuses %s as the lab, and keeps nothing', async (_what, lab, status, code) => {
    const before = await traces();
    const answer = await world.admin.post('/api/v1/jobs', form(lab, smallPart('for no lab')));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await traces()).toEqual(before);
  });

  it('keeps and reads the same content once, also when it is sent five times at the same time', async () => {
    const before = await rows();
    const content = smallPart(`the same ${newId()}`);
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((at) => world.submit(labId, content, `copy-${at}.gcode`)),
    );
    expect(new Set(sent.map(({ fileSha256 }) => fileSha256)).size).toBe(1);
    await Promise.all(sent.map(({ id }) => world.jobWhen(id, 'queued')));
    expect(await rows()).toEqual({ files: before.files + 1, jobs: before.jobs + 5 });
    const again: JobView = await world.submit(labId, content, 'later.gcode');
    expect(again.state).toBe('queued');
    expect(readdirSync(join(database.dataDirectory, 'files', 'incoming'))).toEqual([]);
  });
});
