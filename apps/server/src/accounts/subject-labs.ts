import type { LabId } from '@pandafab/shared';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Run } from '../jobs/run.entity';
import { Lab } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { Spool } from '../materials/material.entities';
import { Group } from '../people/group.entities';
import { labsEntrustedWith, labsOfMember } from '../people/labs-of-member';
import type { Subject } from './access';

const isId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);

const ofItsOwn =
  (entity: EntityTarget<{ id: string; labId: LabId }>) =>
  async (manager: EntityManager, id: string): Promise<readonly LabId[] | undefined> => {
    const row = await manager.findOne(entity, { where: { id }, select: { id: true, labId: true } });
    return row ? [row.labId] : undefined;
  };

const finders: Readonly<
  Record<
    Exclude<Subject, 'network'>,
    (manager: EntityManager, id: string) => Promise<readonly LabId[] | undefined>
  >
> = {
  lab: async (manager, id) =>
    (await manager.existsBy(Lab, { id: id as LabId })) ? [id as LabId] : undefined,
  machine: ofItsOwn(Machine),
  run: ofItsOwn(Run),
  spool: ofItsOwn(Spool),
  group: ofItsOwn(Group),
  member: labsOfMember,
  'entrusted-member': labsEntrustedWith,
};

/** The labs that something belongs to; undefined when there is no such thing. */
export async function labsOf(
  manager: EntityManager,
  subject: Exclude<Subject, 'network'>,
  id: string,
): Promise<readonly LabId[] | undefined> {
  return isId(id) ? finders[subject](manager, id) : undefined;
}
