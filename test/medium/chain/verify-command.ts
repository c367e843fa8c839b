import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeOnBothDatabases, pollUntil, type TestDatabase, temporaryDirectory } from '@pandafab/testing';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { ChainedPapers } from '../fixtures/chained-papers';

const COMMAND = join(__dirname, '../../../apps/cli/bin/pandafab-server.mjs');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `pandafab-server` as it is built. */
const run = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

describeOnBothDatabases('pandafab-server verify', (open) => {
  let papers: ChainedPapers;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const database: TestDatabase = await open();
    papers = await ChainedPapers.open(database);
    env = {
      PANDAFAB_DATA_DIR: database.dataDirectory,
      ...('postgresUrl' in database.location && { DATABASE_URL: database.location.postgresUrl }),
      LANG: 'fr_FR.UTF-8',
    };
    const [first] = await papers.issueMany(2);
    if (first) await papers.addPdf(first, 'a PDF');
    await pollUntil('the head file', async () => (await papers.headLog.log.last())?.sequence === 3);
  });
  afterAll(() => papers.world.server.stop());

  it('says beside the running service that the chain is whole, and shows the last link', async () => {
    const { hash } = (await papers.headLog.log.last()) ?? {};
    const french = await run(['verify', '--files'], env);
    expect(french).toMatchObject({ code: 0, stderr: '' });
    expect(french.stdout).toContain('La chaîne est entière');
    expect(french.stdout).toContain(`Dernier maillon\u00a0: 3, ${hash}`);
    const json = await run(['verify', '--json'], { ...env, LANG: 'C' });
    expect(JSON.parse(json.stdout)).toMatchObject({ whole: true, links: 3, documents: 2, problem: null });
  });

  it('names the first record that is wrong, and ends with code 3', async () => {
    const [file] = await papers.manager.query('SELECT sha256 FROM document_files');
    await rm(papers.world.server.app.get(FileStore).path(file.sha256));
    expect((await run(['verify'], env)).code).toBe(0);
    const found = await run(['verify', '--files'], { ...env, LANG: 'C' });
    expect(found.code).toBe(3);
    expect(found.stderr).toContain('The stored PDF of the document FA-2026-000001 cannot be read.');
    const json = await run(['verify', '--files', '--json'], env);
    expect([json.code, JSON.parse(json.stdout).problem.code]).toEqual([3, 'CHAIN.FILE_LOST']);
  });

  it('explains itself in both languages, and its exit codes', async () => {
    expect((await run(['verify', '--help'], env)).stdout).toContain('Codes de sortie');
    const english = await run(['verify', '--help'], { ...env, LANG: 'C' });
    expect(english).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes') });
    expect((await run(['verify', '--other'], env)).code).toBe(2);
  });

  it('says where it looked for a database that is not there', async () => {
    const empty = await temporaryDirectory();
    const found = await run(['verify'], { LANG: 'C', PANDAFAB_DATA_DIR: empty.path });
    await empty.remove();
    expect(found.code).toBe(1);
    expect(found.stderr).toContain(`There is no database in ${empty.path}.`);
  });
});
