import { ageBandOf, type PublicsTable, publicsTable } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { MemberProfile } from '../../../people/members/member.entity';
import { parametersOf, reachedSql } from '../reads/read-reached';
import type { IndicatorScope } from '../scope';

interface Raw {
  readonly birthYear: string | number | null;
  readonly gender: string | null;
  readonly neighbourhood: string | null;
}

/** The members reached, by what they chose to say of themselves. Small groups are not shown. */
export async function readPublics(manager: EntityManager, scope: IndicatorScope): Promise<PublicsTable> {
  const members = manager
    .createQueryBuilder()
    .select('found."memberId"', 'memberId')
    .distinct()
    .from(`(${reachedSql(manager, scope)})`, 'found');
  const people = await manager
    .createQueryBuilder()
    .select('profile."birthYear"', 'birthYear')
    .addSelect('profile.gender', 'gender')
    .addSelect('profile.neighbourhood', 'neighbourhood')
    .from(`(${members.getQuery()})`, 'person')
    .leftJoin(MemberProfile, 'profile', 'profile."memberId" = person."memberId"')
    .setParameters(await parametersOf(manager, scope))
    .getRawMany<Raw>();
  return publicsTable(
    people.map(({ birthYear, gender, neighbourhood }) => ({
      ageBand: ageBandOf(birthYear === null ? null : Number(birthYear), scope.until),
      ...{ gender, neighbourhood },
    })),
  );
}
