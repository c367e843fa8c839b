import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type MachineId, newId, type RunId } from '@pandafab/shared';
import { FakeClock, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { Journal } from './journal';
import { SqliteFile } from './sqlite-file';

/** Data as version 0.1.0 left them, with the journal of an agent: see the README there. */
const RELEASED = join(__dirname, '../../../../test/fixtures/upgrade/released.tar.gz');
const FOLDER = 'agents/fontaine';

interface Identity {
  readonly instance_id: string;
  readonly machines: string;
}

describe('the journal of an earlier version', () => {
  let directory: TemporaryDirectory;
  let journal: Journal | undefined;
  const runId = newId<RunId>();

  beforeEach(async () => {
    directory = await temporaryDirectory();
    execFileSync('tar', ['-xzf', RELEASED, '-C', directory.path, `./${FOLDER}/journal.sqlite`]);
  });
  afterEach(async () => {
    await journal?.close();
    await directory.remove();
  });

  /** What that version has written; it also receives a cancel before its assignment. */
  async function lookInto(): Promise<{ readonly identity: Identity; readonly events: number }> {
    const file = await SqliteFile.open(join(directory.path, FOLDER, 'journal.sqlite'));
    const [identity] = await file.rows<Identity>('SELECT * FROM identity');
    const events = await file.rows('SELECT * FROM events');
    await file.run('INSERT INTO cancel_wishes (run_id) VALUES (?)', [runId]);
    await file.close();
    if (!identity) throw new Error('this journal has no identity');
    return { identity, events: events.length };
  }

  it('keeps its instance, its events, its machines and its early cancels', async () => {
    const { identity, events } = await lookInto();
    const earlier = JSON.parse(identity.machines) as { machineId: MachineId; connection: string }[];
    journal = await Journal.open(join(directory.path, FOLDER), new FakeClock());

    expect(journal.instanceId).toBe(identity.instance_id);
    expect(await journal.events.pending(100)).toHaveLength(events);
    expect(events).toBeGreaterThan(0);
    expect(journal.machines).toMatchObject(
      earlier.map(({ machineId, connection }) => ({ machineId, address: connection, credentials: null })),
    );
    expect(earlier).toHaveLength(2);
    const machineId = newId<MachineId>();
    const file = { sha256: 'a'.repeat(64), bytes: 10, name: 'part.gcode' };
    expect(await journal.runs.accept({ runId, machineId, file, estimatedSeconds: 60 })).toBe('cancelled');
  });
});
