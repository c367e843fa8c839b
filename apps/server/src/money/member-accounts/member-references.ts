import type { EntityManager } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import type { MemberReference } from '../bank/top-ups';
import { MemberAccount } from './account.entities';

/** The references of all accounts, for the lines of a bank statement. */
export function memberReferences(manager: EntityManager): Promise<MemberReference[]> {
  return manager
    .createQueryBuilder(MemberAccount, 'account')
    .leftJoin(MemberContact, 'contact', 'contact.memberId = account.memberId')
    .select('account.memberId', 'memberId')
    .addSelect('account.reference', 'reference')
    .addSelect("COALESCE(contact.displayName, '')", 'name')
    .getRawMany<MemberReference>();
}
