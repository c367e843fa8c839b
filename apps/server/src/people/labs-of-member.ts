import type { LabId, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Induction } from '../inductions/induction.entities';
import { Job } from '../jobs/job.entities';
import { Lab } from '../labs/lab.entity';
import { Member } from './member.entity';

/**
 * The labs whose staff know a member: the home lab, and where they made something or were shown a machine. Whoever has
 * none of these has just come in, and is known to every lab. Undefined when there is no such member.
 */
export async function labsOfMember(
  manager: EntityManager,
  memberId: string,
): Promise<readonly LabId[] | undefined> {
  const id = memberId as MemberId;
  const member = await manager.findOneBy(Member, { id });
  if (!member) return undefined;
  const labs = new Set(await labsWithHistory(manager, id));
  if (member.homeLabId) labs.add(member.homeLabId);
  return labs.size > 0 ? [...labs] : allLabs(manager);
}

/**
 * The labs that decide for a member: the home lab. For whoever has none, the only lab that knows them; where several do,
 * none, so that no lab takes for itself what another one knows. Undefined when there is no such member.
 */
export async function labsEntrustedWith(
  manager: EntityManager,
  memberId: string,
): Promise<readonly LabId[] | undefined> {
  const id = memberId as MemberId;
  const member = await manager.findOneBy(Member, { id });
  if (!member) return undefined;
  if (member.homeLabId) return [member.homeLabId];
  const labs = await labsWithHistory(manager, id);
  if (labs.length > 1) return [];
  return labs.length === 1 ? labs : allLabs(manager);
}

async function labsWithHistory(manager: EntityManager, id: MemberId): Promise<LabId[]> {
  const labs = new Set<LabId>();
  for (const entity of [Job, Induction]) {
    const rows = await manager
      .createQueryBuilder(entity, 'row')
      .select('DISTINCT row.labId', 'labId')
      .where('row.memberId = :id', { id })
      .getRawMany<{ labId: LabId }>();
    for (const { labId } of rows) labs.add(labId);
  }
  return [...labs];
}

const allLabs = async (manager: EntityManager): Promise<LabId[]> =>
  (await manager.find(Lab, { select: { id: true } })).map(({ id }) => id);

/**
 * The same as a condition on `member`, for lists: true for members that the staff of `:...labs` know. Set `labs` as a
 * parameter of the query.
 */
export const KNOWN_TO_LABS = `(
  member.homeLabId IN (:...labs)
  OR EXISTS (SELECT 1 FROM jobs j WHERE j."memberId" = member.id AND j."labId" IN (:...labs))
  OR EXISTS (SELECT 1 FROM inductions i WHERE i."memberId" = member.id AND i."labId" IN (:...labs))
  OR (member.homeLabId IS NULL
    AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j."memberId" = member.id)
    AND NOT EXISTS (SELECT 1 FROM inductions i WHERE i."memberId" = member.id)))`;
