import type { SelectQueryBuilder } from 'typeorm';
import type { AuditEntry } from '../../platform/audit/audit.entities';
import { containing } from '../../platform/persistence/search';
import { Account } from '../accounts/account.entity';
import { MemberContact } from '../members/member.entity';

type Query = SelectQueryBuilder<AuditEntry>;

const membersNamed = (query: Query, parameter: string): string =>
  query
    .subQuery()
    .select('contact.memberId')
    .from(MemberContact, 'contact')
    .where(`contact.foldedName LIKE :${parameter} ESCAPE '\\'`)
    .getQuery();

/** A subquery: the ids of the accounts of people with these words in their name. */
export const accountsNamed = (query: Query, parameter: string): string =>
  query
    .subQuery()
    .select('account.id')
    .from(Account, 'account')
    .where(`account.memberId IN ${membersNamed(query, parameter)}`)
    .getQuery();

/** Only what people of this name did, and what was done to them. */
export function narrowToPerson(query: Query, person: string): void {
  const [members, accounts] = [membersNamed(query, 'person'), accountsNamed(query, 'person')];
  const conditions = [
    `entry.actorId IN ${accounts}`,
    `entry.subjectId IN ${accounts}`,
    `entry.subjectId IN ${members}`,
    `personal.memberId IN ${members}`,
  ];
  query.andWhere(`(${conditions.join(' OR ')})`, { person: containing(person) });
}
