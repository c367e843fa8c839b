import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LabId, MemberId } from '@pandafab/shared';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { Registry } from '../../platform/kit/registry';
import { Member } from './member.entity';

/** What makes a member known to a lab: a job there, or an induction given there. */
const TRACES = ['inductions', 'jobs'] as const;
type Trace = (typeof TRACES)[number];
type TraceTable = EntityTarget<{ memberId: MemberId; labId: LabId }>;

/**
 * The labs whose staff know a member. Modules register the tables whose rows make a member known to the row's lab; the
 * server does not start if one is missing, because labs would not see their members.
 */
@Injectable()
export class LabsOfMembers implements OnApplicationBootstrap {
  private readonly traces = new Registry<Trace, TraceTable>('table by which labs know members:');

  register(name: Trace, table: TraceTable): void {
    this.traces.register(name, table);
  }

  /** @throws Error with the names of what no module registered */
  onApplicationBootstrap(): void {
    this.traces.assertComplete(TRACES);
  }

  /** The labs whose staff know the member, by the same condition as in lists. Undefined if there is no such member. */
  async of(manager: EntityManager, memberId: string): Promise<readonly LabId[] | undefined> {
    const id = memberId as MemberId;
    if (!(await manager.existsBy(Member, { id }))) return undefined;
    const labs = await manager
      .createQueryBuilder(Lab, 'lab')
      .select('lab.id', 'id')
      .innerJoin(Member, 'member', 'member.id = :id', { id })
      .where(this.isKnownTo(manager, '= lab.id'))
      .getRawMany<{ id: LabId }>();
    return labs.map((lab) => lab.id);
  }

  /**
   * The labs that decide for a member: the home lab. For a member without one, the only lab that knows them; if several
   * do, none, so that no lab decides alone about a member whom another lab knows too. Undefined if there is no such
   * member.
   */
  async entrustedWith(manager: EntityManager, memberId: string): Promise<readonly LabId[] | undefined> {
    const id = memberId as MemberId;
    const member = await manager.findOneBy(Member, { id });
    if (!member) return undefined;
    if (member.homeLabId) return [member.homeLabId];
    const labs = await this.withTraces(manager, id);
    if (labs.length > 1) return [];
    return labs.length === 1 ? labs : allLabs(manager);
  }

  /**
   * A condition on `member` for lists: true for members that the staff of `:...labs` know. Set `labs` as a parameter of
   * the query.
   */
  condition(manager: EntityManager): string {
    return this.isKnownTo(manager, 'IN (:...labs)');
  }

  /**
   * The rule, in SQL: a member is known to the home lab, and to labs with a job or an induction of the member. A member
   * with none of these is new, and known to every lab.
   * @param labs compares a lab's id with the labs in question, such as `= lab.id`
   */
  private isKnownTo({ connection }: EntityManager, labs: string): string {
    const rows = this.traces.all().map(([, table]) => {
      const name = connection.driver.escape(connection.getMetadata(table).tableName);
      return `SELECT 1 FROM ${name} t WHERE t."memberId" = member.id`;
    });
    const here = rows.map((each) => `OR EXISTS (${each} AND t."labId" ${labs})`);
    const nowhere = rows.map((each) => `AND NOT EXISTS (${each})`);
    return `(member.homeLabId ${labs} ${here.join(' ')}
      OR (member.homeLabId IS NULL ${nowhere.join(' ')}))`;
  }

  private async withTraces(manager: EntityManager, id: MemberId): Promise<LabId[]> {
    const labs = new Set<LabId>();
    for (const [, table] of this.traces.all()) {
      const rows = await manager
        .createQueryBuilder(table, 'row')
        .select('DISTINCT row.labId', 'labId')
        .where('row.memberId = :id', { id })
        .getRawMany<{ labId: LabId }>();
      for (const { labId } of rows) labs.add(labId);
    }
    return [...labs];
  }
}

const allLabs = async (manager: EntityManager): Promise<LabId[]> =>
  (await manager.find(Lab, { select: { id: true } })).map(({ id }) => id);
