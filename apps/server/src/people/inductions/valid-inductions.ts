import type { Instant, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Induction } from './induction.entities';

const NONE: ReadonlySet<string> = new Set();

/** For each of these members: the `kinds` of machine that they may use at `now`; members without any are left out. */
export async function validInductions(
  manager: EntityManager,
  now: Instant,
  memberIds: readonly MemberId[],
  kinds: readonly string[],
): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const found = await manager
    .createQueryBuilder(Induction, 'induction')
    .where('induction.memberId IN (:...memberIds)', { memberIds: [...new Set(memberIds)] })
    .andWhere('induction.kind IN (:...kinds) AND induction.withdrawnAt IS NULL', { kinds })
    .andWhere('(induction.validUntil IS NULL OR induction.validUntil > :now)', { now })
    .getMany();
  const held = new Map<MemberId, string[]>();
  for (const { memberId, kind } of found) held.set(memberId, [...(held.get(memberId) ?? []), kind]);
  return held;
}

/**
 * The `kinds` of machine that at least one of these may use at `now`: the member of a job, or the person who submits
 * it. For a group's job, the leader is the person at the machine.
 */
export async function inductionsOfEither(
  manager: EntityManager,
  now: Instant,
  memberIds: readonly MemberId[],
  kinds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (kinds.length === 0) return NONE;
  return new Set([...(await validInductions(manager, now, memberIds, kinds)).values()].flat());
}
