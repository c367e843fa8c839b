import { rm, writeFile } from 'node:fs/promises';
import { ANALYSER_VERSION } from '@pandafab/gcode';
import {
  describeOnBothDatabases,
  pollUntil,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import { IsNull, Not } from 'typeorm';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { StoredFile } from '../../../apps/server/src/production/files/file.entity';
import { Thumbnail } from '../../../apps/server/src/production/files/thumbnail.entity';
import { ChainWorld, type FurnishedLab, partWithLine, smallPart } from '../fixtures/chain-world';
import { pictureComment } from '../fixtures/picture';
import { ended } from '../fixtures/scripted-agent';

describeOnBothDatabases('a new version of the analyser', (open) => {
  let database: TestDatabase;
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;

  beforeEach(async () => {
    database = await open();
    await start();
    lab = await world.makeLab();
  });
  afterEach(() => server.stop());

  async function start(): Promise<void> {
    server = await startTestServer({ database });
    world = await ChainWorld.of(server);
  }
  const file = (sha256: string) => server.app.get(ReadDatabase).of(StoredFile).findOneByOrFail({ sha256 });
  const change = (sha256: string, changes: object) =>
    server.app.get(UnitOfWork).run(({ manager }) => manager.update(StoredFile, { sha256 }, changes));
  /** What the server before the update had stored: an analysis without anything that is new. */
  async function asOfOldVersion(sha256: string): Promise<void> {
    const { analysis } = await file(sha256);
    const { guard: _new, ...old } = analysis ?? {};
    await change(sha256, { analyserVersion: ANALYSER_VERSION - 1, analysis: { ...old, layers: -1 } });
    await server.app.get(UnitOfWork).run(({ manager }) => manager.delete(Thumbnail, { fileSha256: sha256 }));
  }
  async function update(): Promise<void> {
    await server.stop();
    await start();
    await pollUntil('every file to be read again', async () => {
      const old = [{ analyserVersion: Not(ANALYSER_VERSION) }, { analyserVersion: IsNull() }];
      return !(await server.app.get(ReadDatabase).of(StoredFile).existsBy(old));
    });
  }
  async function submitted(content: string) {
    const { id, fileSha256 } = await world.submit(lab.labId, content);
    await world.jobWhen(id, 'queued');
    return { id, fileSha256 };
  }

  it('reads files again by itself, pictures too; their jobs stay in the queue', async () => {
    const job = await submitted(`${pictureComment(48, 36)}${smallPart()}`);
    await asOfOldVersion(job.fileSha256);
    expect((await world.job(job.id)).thumbnails).toEqual([]);
    await update();
    expect(await world.job(job.id)).toMatchObject({
      state: 'queued',
      thumbnails: [{ width: 48, height: 36 }],
    });
    expect((await file(job.fileSha256)).analysis?.layers).toBeGreaterThanOrEqual(0);
  });

  it('does not give a machine a file that the guard has not checked yet', async () => {
    const job = await submitted(smallPart('unjudged'));
    await asOfOldVersion(job.fileSha256);
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId, smallPart('judged'), 'judged.gcode');
    expect((await agent.take('assignment')).file.name).toBe('judged.gcode');
    const [{ reasons } = { reasons: [] }] = (await world.job(job.id)).waiting ?? [];
    expect(reasons.map(({ code }) => code)).toEqual(['WAITS.RUN_ACTIVE', 'WAITS.NOT_JUDGED']);
    await agent.leave();
  });

  it('refuses waiting jobs whose file cannot be printed, and does not change jobs that have run', async () => {
    const agent = await world.joinAgent(lab);
    const content = smallPart('once fine');
    const ran = await world.submit(lab.labId, content);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await agent.report(ended(runId, { filamentUm: [] }));
    await agent.leave();
    const waits = await submitted(content);
    await asOfOldVersion(waits.fileSha256);
    // Other bytes stand in for what a later version finds in the same bytes.
    await writeFile(server.app.get(FileStore).path(waits.fileSha256), partWithLine('M997', 5));
    await update();
    expect(await world.job(waits.id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'GUARD.FIRMWARE', details: { line: 5 } },
    });
    expect(await world.job(ran.id)).toMatchObject({ state: 'done', refusal: null });
  });

  it('takes a file that an earlier one refused; what was refused then stays so, with its reason', async () => {
    const { id, fileSha256 } = await world.submit(lab.labId, partWithLine('M997'));
    await world.jobWhen(id, 'refused');
    await change(fileSha256, { analyserVersion: null });
    await writeFile(server.app.get(FileStore).path(fileSha256), smallPart('seen otherwise'));
    await update();
    expect(await world.job(id)).toMatchObject({ state: 'refused', refusal: { code: 'GUARD.FIRMWARE' } });
    expect((await world.submit(lab.labId, partWithLine('M997'))).state).toBe('queued');
  });

  it('reads no file twice', async () => {
    const { id, fileSha256 } = await submitted(smallPart('twice'));
    await change(fileSha256, { createdAt: 1 });
    await rm(server.app.get(FileStore).path(fileSha256));
    const again = await world.submit(lab.labId, smallPart('twice'));
    expect(again).toMatchObject({ state: 'queued', analysis: { filamentMm: [expect.any(Number)] } });
    await rm(server.app.get(FileStore).path(fileSha256));
    await update();
    expect((await world.job(id)).state).toBe('queued');
    expect(await file(fileSha256)).toMatchObject({ state: 'analysed', createdAt: 1 });
  });
});
