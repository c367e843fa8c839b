import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  Fault,
  type GroupId,
  type LabId,
  type MemberId,
  newId,
  type OrganisationId,
} from '@pandafab/shared';
import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit, difference } from '../../platform/audit/audit';
import { byName, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandCategory } from '../members/members.service';
import { Organisation } from '../organisations/organisation.entity';
import { Group, GroupPerson } from './group.entities';
import type { GroupSearch } from './groups.dto';

export interface GroupFields {
  readonly name: string;
  readonly category: string;
  readonly organisationId: OrganisationId | null;
}

/** Classes, clubs and workshops. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** By name. @param labs only groups of these labs */
  async list(search: GroupSearch, labs: 'everywhere' | readonly LabId[]) {
    const query = groupsOf(this.read.manager, labs);
    query.andWhere(search.archived ? 'party.archivedAt IS NOT NULL' : 'party.archivedAt IS NULL');
    if (search.labId) query.andWhere('party.labId = :labId', { labId: search.labId });
    if (search.search)
      query.andWhere("party.foldedName LIKE :words ESCAPE '\\'", { words: containing(search.search) });
    return readPart(query, byName<Group>('party'), search);
  }

  /** @throws Fault GROUP.UNKNOWN. */
  get(id: GroupId): Promise<Group> {
    return find(this.read.manager, id);
  }

  /** The groups of a member, including archived ones, and whether the member leads each. */
  async of(memberId: MemberId): Promise<(Group & { readonly leads: boolean })[]> {
    const places = await this.read.of(GroupPerson).findBy({ memberId });
    const leading = new Map(places.map(({ groupId, leads }) => [groupId, leads]));
    const groups = await this.read
      .of(Group)
      .find({ where: { id: In([...leading.keys()]) }, order: { name: 'ASC', id: 'ASC' } });
    return groups.map((group) => ({ ...group, leads: leading.get(group.id) === true }));
  }

  /** @throws Fault LAB.UNKNOWN, MEMBER.UNKNOWN_CATEGORY, ORGANISATION.UNKNOWN. */
  create(fields: GroupFields & { labId: LabId }, createdBy: AccountId): Promise<Group> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const { name, category, labId, organisationId } = fields;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await demandCategory(manager, category);
      await demandOrganisation(manager, organisationId);
      const made = { id: newId<GroupId>(), createdBy, createdAt: now, archivedAt: null };
      const group: Group = { name, category, labId, organisationId, ...made };
      await manager.insert(Group, group);
      const after = { name, category, organisationId };
      await audit(unit, { action: 'group.made', subject: ['group', group.id], labId, after });
      return group;
    });
  }

  /**
   * Changes the given fields; a new category applies to later prints.
   * @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED {name}, MEMBER.UNKNOWN_CATEGORY, ORGANISATION.UNKNOWN
   */
  async change(id: GroupId, changes: Partial<GroupFields>): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const group = await findOpen(manager, id);
      if (changes.category && changes.category !== group.category)
        await demandCategory(manager, changes.category);
      await demandOrganisation(manager, changes.organisationId ?? null);
      const changed = difference(group, changes);
      if (!changed) return;
      await manager.update(Group, { id }, changes);
      const note = { subject: ['group', id] as const, labId: group.labId, ...changed };
      await audit(unit, { action: 'group.changed', ...note });
    });
  }

  /** Archives a group: it accepts no new jobs; earlier ones stay. Idempotent. @throws Fault GROUP.UNKNOWN. */
  async archive(id: GroupId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now: archivedAt } = unit;
      const { labId } = await find(manager, id);
      const { affected } = await manager.update(Group, { id, archivedAt: IsNull() }, { archivedAt });
      if (affected) await audit(unit, { action: 'group.archived', subject: ['group', id], labId });
    });
  }
}

/** The groups of these labs, as `party` of a query. */
export function groupsOf(
  manager: EntityManager,
  labs: 'everywhere' | readonly LabId[],
): SelectQueryBuilder<Group> {
  const query = manager.createQueryBuilder(Group, 'party');
  return labs === 'everywhere' ? query : query.where('party.labId IN (:...labs)', { labs: [...labs] });
}

async function find(manager: EntityManager, id: GroupId): Promise<Group> {
  const group = await manager.findOneBy(Group, { id });
  if (!group) throw new Fault('GROUP.UNKNOWN');
  return group;
}

/** @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED {name} */
export async function findOpen(manager: EntityManager, id: GroupId): Promise<Group> {
  const group = await find(manager, id);
  if (group.archivedAt !== null) throw new Fault('GROUP.ARCHIVED', { name: group.name });
  return group;
}

async function demandOrganisation(manager: EntityManager, id: OrganisationId | null): Promise<void> {
  if (id !== null && !(await manager.existsBy(Organisation, { id }))) throw new Fault('ORGANISATION.UNKNOWN');
}
