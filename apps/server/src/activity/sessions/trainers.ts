import { type AccountId, Fault, type LabId, type MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../../people/accounts/account.entity';
import { MemberContact } from '../../people/members/member.entity';
import { accountsAllowedIn } from '../../people/notices/recipients';

/** Who can lead sessions of a lab. */
export interface Trainer {
  readonly id: AccountId;
  readonly memberId: MemberId;
  readonly name: string;
}

/** By name. */
export async function trainersOf(manager: EntityManager, labId: LabId): Promise<Trainer[]> {
  const ids = await accountsAllowedIn(manager, 'session.manage', labId);
  return [...(await trainersNamed(manager, ids)).values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** These accounts with the names of their people; one that was erased has an empty name. */
export async function trainersNamed(
  manager: EntityManager,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Trainer>> {
  const accounts = await manager.findBy(Account, { id: In([...new Set(ids)]) });
  const contacts = await manager.findBy(MemberContact, {
    memberId: In(accounts.map(({ memberId }) => memberId)),
  });
  const names = new Map(contacts.map(({ memberId, displayName }) => [memberId, displayName]));
  return new Map(accounts.map(({ id, memberId }) => [id, { id, memberId, name: names.get(memberId) ?? '' }]));
}

/** @throws Fault SESSION.NOT_TRAINER for an account that cannot lead sessions of this lab */
export async function demandTrainer(manager: EntityManager, labId: LabId, id: AccountId): Promise<Trainer> {
  const allowed = await accountsAllowedIn(manager, 'session.manage', labId);
  const trainer = allowed.includes(id) ? (await trainersNamed(manager, [id])).get(id) : undefined;
  if (!trainer) throw new Fault('SESSION.NOT_TRAINER');
  return trainer;
}
