import { type AgentId, type LabId, type MemberId, newId, systemClock } from '@pandafab/shared';
import { describeOnBothDatabases, type TestDatabase } from '@pandafab/testing';
import { schema } from '../../../apps/server/src/app/schema';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { matchLab } from '../../../apps/server/src/network/labs/request-matching';
import { LinkMessage } from '../../../apps/server/src/network/link/link-message.entity';
import { sendToLab } from '../../../apps/server/src/network/link/link-outbox';
import { Member } from '../../../apps/server/src/people/members/member.entity';
import { agentActor, SERVER_ACTOR } from '../../../apps/server/src/platform/kit/actor';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import type { Unit } from '../../../apps/server/src/platform/persistence/unit';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { enqueue } from '../../../apps/server/src/platform/queues/outbox';
import { OutboxEntry } from '../../../apps/server/src/platform/queues/outbox.entity';

/** A promise that the test keeps: to hold one unit of work open while another is asked for. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describeOnBothDatabases('the unit of work', (open) => {
  let place: TestDatabase;
  let database: Database;
  let unitOfWork: UnitOfWork;
  let read: ReadDatabase;

  beforeAll(async () => {
    place = await open();
    database = await openDatabase(place.location, schema);
    unitOfWork = new UnitOfWork(database, systemClock);
    read = new ReadDatabase(database);
  });
  afterAll(() => closeDatabase(database));

  const member = (name: string): Member => ({
    id: newId<MemberId>(),
    category: name,
    homeLabId: null,
    guardianId: null,
    minorUntil: null,
    importId: null,
    createdAt: 1,
  });
  const insert = ({ manager }: Unit, name: string) => manager.insert(Member, member(name));
  const exists = (category: string) => read.of(Member).existsBy({ category });

  it('commits all of its writes', async () => {
    await unitOfWork.run(async (unit) => {
      await insert(unit, 'Alix');
      await insert(unit, 'Bilal');
    });
    expect([await exists('Alix'), await exists('Bilal')]).toEqual([true, true]);
  });

  it('rolls back all of its writes, and throws the error on', async () => {
    const failing = unitOfWork.run(async (unit) => {
      await insert(unit, 'Chloé');
      throw new Error('the paper jammed');
    });
    await expect(failing).rejects.toThrow('the paper jammed');
    expect(await exists('Chloé')).toBe(false);
  });

  it('a rollback loses no write of another unit that waits', async () => {
    const written = gate();
    const hold = gate();
    const failing = unitOfWork.run(async (unit) => {
      await insert(unit, 'Denis');
      written.open();
      await hold.opened;
      throw new Error('never mind');
    });
    await written.opened;
    const unrelated = unitOfWork.run((unit) => insert(unit, 'Élodie'));
    await settle();
    hold.open();
    await expect(failing).rejects.toThrow('never mind');
    await unrelated;
    expect([await exists('Denis'), await exists('Élodie')]).toEqual([false, true]);
  });

  it('shows nothing to readers before it is committed', async () => {
    const written = gate();
    const hold = gate();
    const running = unitOfWork.run(async (unit) => {
      await insert(unit, 'Farid');
      written.open();
      await hold.opened;
    });
    await written.opened;
    expect(await exists('Farid')).toBe(false);
    hold.open();
    await running;
    expect(await exists('Farid')).toBe(true);
  });

  it('twenty at the same time all succeed', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Guest ${index}`);
    await Promise.all(names.map((name) => unitOfWork.run((unit) => insert(unit, name))));
    expect(await Promise.all(names.map(exists))).toEqual(names.map(() => true));
  });

  it('refuses to run inside another one, which can then continue', async () => {
    await unitOfWork.run(async (unit) => {
      expect(() => unitOfWork.run((inner) => insert(inner, 'Hugo'))).toThrow('inside another');
      await insert(unit, 'Inès');
    });
    expect([await exists('Hugo'), await exists('Inès')]).toEqual([false, true]);
  });

  it('waits for the write of another process instead of failing', async () => {
    const other = await openDatabase(place.location, schema);
    const written = gate();
    const hold = gate();
    const theirs = new UnitOfWork(other, systemClock).run(async (unit) => {
      await insert(unit, 'Jeanne');
      written.open();
      await hold.opened;
    });
    await written.opened;
    const ours = unitOfWork.run((unit) => insert(unit, 'Karim'));
    await settle();
    hold.open();
    await Promise.all([theirs, ours]);
    await closeDatabase(other);
    expect([await exists('Jeanne'), await exists('Karim')]).toEqual([true, true]);
  });

  it('has one time, although time passes while it writes', async () => {
    let time = 1000;
    const ticking = new UnitOfWork(database, { ...systemClock, now: () => time++ });
    const moments = await ticking.run(async (unit) => {
      await insert(unit, 'Maud');
      return [unit.now, unit.as(SERVER_ACTOR).now, unit.now];
    });
    expect(moments).toEqual([1000, 1000, 1000]);
    expect(await ticking.run(async ({ now }) => now)).toBe(1001);
  });

  it('has the server as its actor, or the named one; one step may have a different actor', async () => {
    const agent = agentActor(newId<AgentId>());
    const actors = async (unit: Unit) => [unit.by, unit.as(SERVER_ACTOR).by];
    expect(await unitOfWork.run(actors)).toEqual([SERVER_ACTOR, SERVER_ACTOR]);
    expect(await unitOfWork.run(actors, { by: agent })).toEqual([agent, SERVER_ACTOR]);
  });

  it('tells its listeners which labs it touched, also in a step of another actor', async () => {
    const [lab, other] = [newId<LabId>(), newId<LabId>()];
    const seen: LabId[][] = [];
    unitOfWork.onCommit(({ touched }) => seen.push([...touched]));
    await unitOfWork.run(async (unit) => {
      unit.touch(lab);
      unit.as(SERVER_ACTOR).touch(other);
    });
    await unitOfWork.run(async () => {});
    expect(seen).toEqual([[lab, other], []]);
  });

  it('wakes the sender of a table only after a commit that added rows to it', async () => {
    const labId = newId<LabId>();
    const lab = { id: labId, name: 'Lab', timeZone: 'Europe/Paris', matchRevision: 0, createdAt: 1 };
    await unitOfWork.run(({ manager }) => manager.insert(Lab, lab));
    const seen: boolean[][] = [];
    unitOfWork.onCommit((unit) => seen.push([OutboxEntry, LinkMessage].map((table) => unit.feeds(table))));
    await unitOfWork.run(async (unit) => {
      await enqueue(unit.as(SERVER_ACTOR), matchLab, { labId, revision: 1 });
    });
    await unitOfWork.run(async (unit) => {
      await sendToLab(unit, labId, { kind: 'command', body: { action: 'renew-secret' } });
    });
    await unitOfWork.run(async () => {});
    const undone = unitOfWork.run(async (unit) => {
      unit.feed(OutboxEntry);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(seen).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('tells its listeners after the commit only, when readers see it', async () => {
    // One of its own: its listener would read at each later commit, also while the database is being closed.
    const heard = new UnitOfWork(database, systemClock);
    const seen: Promise<boolean>[] = [];
    heard.onCommit(() => seen.push(exists('Lou')));
    await expect(heard.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(seen).toEqual([]);
    await heard.run((unit) => insert(unit, 'Lou'));
    expect(await Promise.all(seen)).toEqual([true]);
  });

  it('takes steps after the commit only, also those of a step of another actor', async () => {
    const taken: string[] = [];
    const failing = unitOfWork.run(async (unit) => {
      unit.afterCommit(() => taken.push('never'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await unitOfWork.run(async (unit) => {
      unit.as(SERVER_ACTOR).afterCommit(() => taken.push('after'));
      taken.push('inside');
    });
    expect(taken).toEqual(['inside', 'after']);
  });

  it('readers can write nothing', async () => {
    await expect(read.manager.insert(Member, member('Mallory'))).rejects.toThrow(/read-?only/i);
  });
});
