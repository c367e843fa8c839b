import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  freePort,
  HttpClient,
  pollUntil,
  startChild,
  startRedis,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { Database as SqliteFile } from 'sqlite3';
import type { Database } from '../../../apps/server/src/platform/persistence/data-source';
import { DATABASE, UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';

const run = promisify(execFile);
const MAIN = join(__dirname, '../../../dist/apps/server/src/app/main.js');

interface Health {
  readonly status: string;
  readonly parts: Record<string, string>;
  readonly trouble: { readonly code: string; readonly what: string } | null;
}

let directory: TemporaryDirectory;
let server: TestServer;
let admin: HttpClient;

async function start(): Promise<void> {
  const location = { sqliteFile: join(directory.path, 'pandafab.sqlite') };
  const drop = async () => {};
  server = await startTestServer({
    database: { kind: 'SQLite', location, dataDirectory: directory.path, drop },
  });
  ({ client: admin } = await server.accountWith('administrator'));
}

describe('storage that fails', () => {
  beforeEach(async () => {
    directory = await temporaryDirectory();
    await start();
  });
  afterEach(async () => {
    await server.stop();
    await directory.remove();
  });

  const writer = () => server.app.get<Database>(DATABASE).writer;
  const health = async () => (await server.anonymous().get<Health>('/api/health/ready')).body;
  const ready = () => pollUntil('the service to be ready', async () => (await health()).trouble === null);
  const makeLab = (name: string) =>
    admin.post<{ id: string; code: string }>('/api/v1/labs', { name, timeZone: 'Europe/Paris' });

  /** The answer to writing until it fails: one more row fits at times into a page that is there already. */
  async function writeUntilRefused() {
    for (let i = 0; i < 500; i++) {
      const answer = await makeLab(`Lab ${i} ${'x'.repeat(60)}`);
      if (answer.status >= 500) return answer;
    }
    throw new Error('nothing was refused');
  }

  /** An ordinary refusal inside a unit of work: it once left TypeORM in a transaction that was never committed. */
  async function refuseSomething(): Promise<void> {
    const refused = server.app.get(UnitOfWork).run(async () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow();
  }

  const labNames = async () =>
    (await admin.get<{ items: { name: string }[] }>('/api/v1/labs')).body.items.map(({ name }) => name);

  /** What is answered 201 is there for every reader, and after a restart. */
  async function expectWritesToLast(): Promise<void> {
    expect((await makeLab('Montchapet')).status).toBe(201);
    expect(await labNames()).toContain('Montchapet');
    await server.stop();
    await start();
    expect(await labNames()).toContain('Montchapet');
  }

  describe('SQLite on a full disk', () => {
    /** SQLite itself refuses to grow the file: SQLITE_FULL, by the same way as a disk without room. */
    const fill = () => writer().query('PRAGMA max_page_count = 1');
    // A periodic step of the service may replace the connection at this moment: the new one knows no limit.
    const free = () =>
      pollUntil('the connection to be there', () =>
        writer()
          .query('PRAGMA max_page_count = 1073741823')
          .then(
            () => true,
            () => undefined,
          ),
      );

    it('refuses to write, says why, and loses nothing that it takes afterwards', async () => {
      await fill();
      const refused = await writeUntilRefused();
      expect([refused.status, refused.body.code]).toEqual([507, 'REQUEST.DISK_FULL']);
      expect(await health()).toMatchObject({
        status: 'down',
        parts: { database: 'unreachable' },
        trouble: { code: 'REQUEST.DISK_FULL', what: 'The service’s disk is full.' },
      });
      await free();
      await refuseSomething();
      await ready();
      await expectWritesToLast();
    });

    it('a statement next to one that failed is not committed alone', async () => {
      const unitOfWork = server.app.get(UnitOfWork);
      await unitOfWork.run(({ manager }) => manager.query('CREATE TABLE big (words text)'));
      await fill();
      const unit = unitOfWork.run(async ({ manager }) => {
        await Promise.allSettled([
          manager.query(`INSERT INTO big VALUES ('${'x'.repeat(200_000)}')`),
          // Fits into its page, full disk or not.
          manager.query('UPDATE write_turn SET turn = 1000000'),
        ]);
      });
      await expect(unit).rejects.toMatchObject({ code: 'SQLITE_FULL' });
      await free();
      const [row] = await server.app.get<Database>(DATABASE).reader.query('SELECT turn FROM write_turn');
      expect(row.turn).toBeLessThan(1_000_000);
    });
  });

  it('a unit that leaves a transaction open is not reported as committed, and harms no other', async () => {
    const unit = server.app
      .get(UnitOfWork)
      .run(async ({ manager }) => manager.queryRunner?.startTransaction());
    await expect(unit).rejects.toThrow('inside a unit of work');
    await expectWritesToLast();
  });

  it('a database file that another program locks is reported, and written once it is free', async () => {
    await writer().query('PRAGMA busy_timeout = 20');
    const file = join(directory.path, 'pandafab.sqlite');
    const other = await new Promise<SqliteFile>((resolve) => {
      const opened: SqliteFile = new SqliteFile(file, () => resolve(opened));
    });
    const say = (sql: string) => new Promise((resolve) => other.exec(sql, resolve));
    await say('BEGIN IMMEDIATE');
    const refused = await makeLab('Grésilles');
    expect([refused.status, refused.body.code]).toEqual([503, 'REQUEST.DATABASE_LOCKED']);
    const page = await server.anonymous().get('/api/health/ready');
    for (const answer of [refused, page]) expect(answer.headers.get('retry-after')).toBe('5');
    expect((await health()).trouble).toMatchObject({ code: 'REQUEST.DATABASE_LOCKED' });
    await say('ROLLBACK');
    await new Promise((resolve) => other.close(resolve));
    await ready();
    await expectWritesToLast();
  });

  /** Files of this process cannot grow beyond so much: SQLite's own writes fail with EFBIG, hence SQLITE_IOERR_WRITE. */
  const limitFiles = (pid: number, bytes: number | 'unlimited') =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);

  it('a disk that fails during a write is reported by the real process, which loses nothing afterwards', async () => {
    const { token } = admin;
    await server.stop();
    const redis = await startRedis();
    const port = await freePort();
    const { PATH, HOME } = process.env;
    const settings = { PORT: String(port), PANDAFAB_MQTT_PORT: '0', PANDAFAB_DATA_DIR: directory.path };
    const child = await startChild(process.execPath, [MAIN], {
      env: { PATH, HOME, ...settings, REDIS_URL: redis.url, LOG_LEVEL: 'silent' },
    });
    admin = new HttpClient(`http://127.0.0.1:${port}`, token);
    const trouble = async () =>
      (await admin.get<Health>('/api/health/ready').catch(() => undefined))?.body.trouble;
    await pollUntil('the process to serve', async () => (await trouble()) === null);

    await limitFiles(child.pid, statSync(join(directory.path, 'pandafab.sqlite-wal')).size);
    const refused = await writeUntilRefused();
    expect([refused.status, refused.body.code]).toEqual([503, 'REQUEST.DISK_BROKEN']);
    expect(await trouble()).toMatchObject({ code: 'REQUEST.DISK_BROKEN' });
    await limitFiles(child.pid, 'unlimited');
    await pollUntil('the process to be ready', async () => (await trouble()) === null);
    expect((await makeLab('Fontaine d’Ouche')).status).toBe(201);

    await child.stop('SIGKILL');
    await redis.stop();
    await start();
    expect(await labNames()).toContain('Fontaine d’Ouche');
  });

  it('a process that begins on such a disk ends, and says why and what to do', async () => {
    await server.stop();
    const { PATH, HOME } = process.env;
    const env = {
      PATH,
      HOME,
      LANG: 'C',
      PORT: '0',
      PANDAFAB_MQTT_PORT: '0',
      PANDAFAB_DATA_DIR: join(directory.path, 'new'),
    };
    const child = await startChild('sh', ['-c', 'ulimit -f 0; exec "$0" "$1"', process.execPath, MAIN], {
      env,
    });
    expect(await child.ended).toBe(1);
    expect(child.output().trim().split('\n').slice(-3)).toEqual([
      'The service cannot write to its disk.',
      expect.stringContaining('SQLITE_'),
      expect.stringContaining('check the disk'),
    ]);
    await start();
  });
});
