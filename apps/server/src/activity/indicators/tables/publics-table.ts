import {
  ageBandOf,
  daysOfPeriod,
  type PublicsPerson,
  type PublicsTable,
  publicsTable,
} from '@pandafab/domain';
import type { MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MemberProfile } from '../../../people/members/member.entity';
import { parametersOf, reachedSql } from '../reads/read-reached';
import { type IndicatorScope, scopeOf } from '../scope';

interface Raw {
  readonly memberId: MemberId;
  readonly birthYear: string | number | null;
  readonly gender: string | null;
  readonly neighbourhood: string | null;
}
type People = ReadonlyMap<MemberId, PublicsPerson>;

/**
 * The members reached, by what they chose to say of themselves. Small groups are not shown, nor what a reader could
 * compute from this table and the one beside it: the network's beside a lab's, a half-year's beside a year's.
 */
export async function readPublics(manager: EntityManager, scope: IndicatorScope): Promise<PublicsTable> {
  const own = await readPeople(manager, scope);
  const apart: PublicsPerson[][] = [];
  for (const other of scopesBeside(scope)) {
    const theirs = await readPeople(manager, other);
    apart.push([...without(own, theirs), ...without(theirs, own)]);
  }
  return publicsTable([...own.values()], apart);
}

const without = (people: People, others: People): PublicsPerson[] =>
  [...people].flatMap(([id, person]) => (others.has(id) ? [] : [person]));

/** Reports of nearly the same people: one of them contains the other. */
function scopesBeside(scope: IndicatorScope): IndicatorScope[] {
  const { from, until, labId } = scope;
  const network = labId === null ? [] : [{ ...scope, labId: null }];
  const year = from.slice(0, 4);
  const isYear = from === daysOfPeriod(year).from && until === daysOfPeriod(year).until;
  const halves = isYear ? [`${year}-H1`, `${year}-H2`] : [];
  return [...network, ...halves.map((half) => scopeOf(scope, half))];
}

async function readPeople(manager: EntityManager, scope: IndicatorScope): Promise<People> {
  const members = manager
    .createQueryBuilder()
    .select('found."memberId"', 'memberId')
    .distinct()
    .from(`(${reachedSql(manager, scope)})`, 'found');
  const people = await manager
    .createQueryBuilder()
    .select('person."memberId"', 'memberId')
    .addSelect('profile."birthYear"', 'birthYear')
    .addSelect('profile.gender', 'gender')
    .addSelect('profile.neighbourhood', 'neighbourhood')
    .from(`(${members.getQuery()})`, 'person')
    .leftJoin(MemberProfile, 'profile', 'profile."memberId" = person."memberId"')
    .setParameters(await parametersOf(manager, scope))
    .getRawMany<Raw>();
  return new Map(
    people.map(({ memberId, birthYear, gender, neighbourhood }) => [
      memberId,
      {
        ageBand: ageBandOf(birthYear === null ? null : Number(birthYear), scope.until),
        ...{ gender, neighbourhood },
      },
    ]),
  );
}
