import { type MemberId, newId } from '@pandafab/shared';
import { describeOnBothDatabases, type TestDatabase } from '@pandafab/testing';
import type { EntityManager } from 'typeorm';
import { Member } from '../../apps/server/src/people/member.entity';
import { closeDatabase, type Database, openDatabase } from '../../apps/server/src/persistence/data-source';
import { ReadDatabase } from '../../apps/server/src/persistence/read-database';
import { UnitOfWork } from '../../apps/server/src/persistence/unit-of-work';

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
    database = await openDatabase(place.location);
    unitOfWork = new UnitOfWork(database);
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
  const insert = (manager: EntityManager, name: string) => manager.insert(Member, member(name));
  const exists = (category: string) => read.of(Member).existsBy({ category });

  it('commits all of its writes', async () => {
    await unitOfWork.run(async (manager) => {
      await insert(manager, 'Alix');
      await insert(manager, 'Bilal');
    });
    expect([await exists('Alix'), await exists('Bilal')]).toEqual([true, true]);
  });

  it('rolls back all of its writes, and hands on what was thrown', async () => {
    const failing = unitOfWork.run(async (manager) => {
      await insert(manager, 'Chloé');
      throw new Error('the paper jammed');
    });
    await expect(failing).rejects.toThrow('the paper jammed');
    expect(await exists('Chloé')).toBe(false);
  });

  it('a rollback loses nothing of another one that was asked for meanwhile', async () => {
    const written = gate();
    const hold = gate();
    const failing = unitOfWork.run(async (manager) => {
      await insert(manager, 'Denis');
      written.open();
      await hold.opened;
      throw new Error('never mind');
    });
    await written.opened;
    const unrelated = unitOfWork.run((manager) => insert(manager, 'Élodie'));
    await settle();
    hold.open();
    await expect(failing).rejects.toThrow('never mind');
    await unrelated;
    expect([await exists('Denis'), await exists('Élodie')]).toEqual([false, true]);
  });

  it('shows nothing to readers before it is committed', async () => {
    const written = gate();
    const hold = gate();
    const running = unitOfWork.run(async (manager) => {
      await insert(manager, 'Farid');
      written.open();
      await hold.opened;
    });
    await written.opened;
    expect(await exists('Farid')).toBe(false);
    hold.open();
    await running;
    expect(await exists('Farid')).toBe(true);
  });

  it('twenty at once all succeed', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Guest ${index}`);
    await Promise.all(names.map((name) => unitOfWork.run((manager) => insert(manager, name))));
    expect(await Promise.all(names.map(exists))).toEqual(names.map(() => true));
  });

  it('refuses to run inside another one, which is then free to go on', async () => {
    await unitOfWork.run(async (manager) => {
      expect(() => unitOfWork.run((inner) => insert(inner, 'Hugo'))).toThrow('inside another');
      await insert(manager, 'Inès');
    });
    expect([await exists('Hugo'), await exists('Inès')]).toEqual([false, true]);
  });

  it('waits for the write of another process instead of failing', async () => {
    const other = await openDatabase(place.location);
    const written = gate();
    const hold = gate();
    const theirs = new UnitOfWork(other).run(async (manager) => {
      await insert(manager, 'Jeanne');
      written.open();
      await hold.opened;
    });
    await written.opened;
    const ours = unitOfWork.run((manager) => insert(manager, 'Karim'));
    await settle();
    hold.open();
    await Promise.all([theirs, ours]);
    await closeDatabase(other);
    expect([await exists('Jeanne'), await exists('Karim')]).toEqual([true, true]);
  });

  it('tells its listeners after the commit only, when readers see it', async () => {
    const seen: Promise<boolean>[] = [];
    unitOfWork.onCommit(() => seen.push(exists('Lou')));
    await expect(unitOfWork.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(seen).toEqual([]);
    await unitOfWork.run((manager) => insert(manager, 'Lou'));
    expect(await Promise.all(seen)).toEqual([true]);
  });

  it('readers can write nothing', async () => {
    await expect(read.manager.insert(Member, member('Mallory'))).rejects.toThrow(/read-?only/i);
  });
});
