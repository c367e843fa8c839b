import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@pandafab/shared';
import { pollUntil, type TestDatabase, temporaryDirectory } from '@pandafab/testing';
import { Journal } from '../../../apps/agent/src/journal/journal';
import { JournalDatabase } from '../../../apps/agent/src/journal/journal-database';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { part } from '../agent-bench/bench-machine';
import type { JobView } from '../fixtures/chain-world';
import { fastClock } from '../fixtures/fast-clock';
import { WholeLab } from '../fixtures/whole-lab';

const QUICK = part(20);

let database: TestDatabase;
let lab: WholeLab;

describe('a restored backup of something else', () => {
  beforeEach(async () => {
    const { path, remove } = await temporaryDirectory();
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    database = { kind: 'SQLite', location, dataDirectory: path, drop: remove };
    lab = await WholeLab.start(database, fastClock);
  });
  afterEach(async () => {
    await lab.stop();
    await database.drop();
  });

  const submit = (name: string) => lab.world.submit(lab.lab.labId, QUICK, name);
  const commands = () => lab.machine?.machine.record.commandsAccepted ?? 0;

  /** Writes events that no server hears. */
  async function countOn(count: number): Promise<void> {
    const journal = await Journal.open(lab.agentData, systemClock);
    const { machineId } = lab.lab;
    for (let at = 0; at < count; at++)
      await journal.events.record({ type: 'machine.answer-refused', machineId });
    await journal.close();
  }

  /** As a copy from the moment after the first run was accepted, without any other file. */
  async function rewindToAccepted(): Promise<void> {
    const journal = await JournalDatabase.open(lab.agentData);
    await journal.write(async (statements) => {
      await statements.run("UPDATE runs SET state = 'accepted'");
      await statements.run('UPDATE identity SET last_sequence = 1, acknowledged = 1');
      await statements.run('DELETE FROM hot_machines');
    });
    await journal.close();
    await rm(join(lab.agentData, 'checkpoints.bin'));
  }

  describe('an agent whose journal is restored', () => {
    /** A run that was accepted when the journal was copied, and has been made since. */
    const made = async () => {
      const { id } = await submit('made.gcode');
      await lab.world.jobWhen(id, 'done');
      await lab.clearBed();
      return id;
    };

    it('prints nothing again, puts its lab on hold, and its later reports are applied', async () => {
      await lab.switchOn(1000);
      await made();
      await lab.copyJournal('older');
      await made();
      const queued = await submit('queued.gcode');
      await lab.world.jobWhen(queued.id, 'done');
      const before = commands();
      await lab.whileAgentStopped(() => lab.putJournalBack('older'));

      const held = await lab.when('held', (each) => each.held !== null);
      expect(held).toMatchObject({ agentOnline: true, held: { because: 'LAB.JOURNAL_RESTORED' } });
      expect((await lab.look()).bed).toBe('occupied');
      const next = await submit('next.gcode');
      await lab.waitsFor(next, 'WAITS.LAB_HELD');
      expect(commands()).toBe(before);
      await lab.lookAndLetGo(held);
      const { runs } = await lab.world.jobWhen(next.id, 'done');
      expect(runs).toMatchObject([{ state: 'done', filamentUm: [2000] }]);
      expect(commands()).toBe(before + 25);
    });

    it('is noticed although it has counted on while the server was away', async () => {
      await lab.switchOn(1000);
      await made();
      await lab.copyJournal('older');
      await made();
      await lab.whileAgentStopped(() =>
        lab.whileServerStopped(async () => {
          await lab.putJournalBack('older');
          await countOn(8);
        }),
      );
      const held = await lab.when('held', (each) => each.held !== null);
      expect(held.held?.because).toBe('LAB.JOURNAL_RESTORED');
      // The events counted while the server was away are on record: none was taken for a duplicate.
      await pollUntil('its eight notes', async () => {
        const types = await lab.record();
        return types.filter((type) => type === 'answer-refused').length === 8;
      });
    });

    it('does not print again a run that was only accepted at the time of the copy', async () => {
      await lab.switchOn(1000);
      const id = await made();
      await lab.whileAgentStopped(rewindToAccepted);
      await lab.when('held', (each) => each.held !== null);
      await lab.lookAndLetGo(await lab.when('held', (each) => each.held !== null));
      const next = await submit('next.gcode');
      await lab.world.jobWhen(next.id, 'done');
      expect((await lab.world.job(id)).runs).toMatchObject([{ state: 'done', filamentUm: [2000] }]);
      expect(commands()).toBe(50);
    });
  });

  describe('files that the database names and the disk does not have', () => {
    const stored = ({ fileSha256 }: JobView) => lab.server.app.get(FileStore).path(fileSha256);

    it('keep their jobs waiting, which say why, and continue when the files are restored', async () => {
      const job = await submit('lost.gcode');
      await lab.world.jobWhen(job.id, 'queued');
      const content = await readFile(stored(job));
      await lab.whileServerStopped(() => rm(stored(job)));
      await lab.switchOn(1000);
      await lab.waitsFor(job, 'WAITS.FILE_LOST');
      await pollUntil('a machine', async () => (await lab.look()).live?.state === 'ready');
      expect((await lab.world.job(job.id, 'fr')).waiting?.[0]?.reasons).toMatchObject([
        { code: 'WAITS.FILE_LOST', what: 'Le fichier de ce travail n’est plus sur le serveur.' },
      ]);
      await writeFile(stored(job), content);
      expect((await lab.world.jobWhen(job.id, 'done')).runs).toHaveLength(1);
    });

    it('return a job to the queue that was assigned before they were missed, and not repeatedly', async () => {
      const job = await submit('lost.gcode');
      await lab.world.jobWhen(job.id, 'queued');
      const content = await readFile(stored(job));
      // Cut short, as by a copy that was not finished.
      await writeFile(stored(job), content.subarray(0, 20));
      await lab.switchOn(1000);
      await lab.waitsFor(job, 'WAITS.FILE_LOST');
      expect(commands()).toBe(0);
      const { runs } = await lab.world.job(job.id);
      expect(runs.length).toBeLessThanOrEqual(1);
      await writeFile(stored(job), content);
      await lab.world.jobWhen(job.id, 'done');
    });
  });
});
