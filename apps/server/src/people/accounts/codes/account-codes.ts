import { type AccountId, Fault, type Language, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, type FindOptionsWhere, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { hashSecret } from '../../../platform/http/secrets';
import type { Unit } from '../../../platform/persistence/unit';
import { AccountCode, type AccountCodePurpose } from '../account-code.entity';

const HOUR_MS = 3_600_000;

/** How long a link is valid; its mail states it too. */
export const CODE_LIFETIME_MS: Readonly<Record<AccountCodePurpose, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  registration: 24 * HOUR_MS,
  'password-reset': HOUR_MS,
  'email-change': 24 * HOUR_MS,
};

export interface CodeRequest {
  readonly purpose: AccountCodePurpose;
  /** Lower case. */
  readonly email: string;
  readonly language: Language;
  readonly accountId?: AccountId;
  readonly memberId?: MemberId;
  readonly data?: object;
  readonly createdBy?: AccountId;
}

/**
 * Makes a code in the caller's unit of work; earlier codes of the same purpose and person become invalid.
 * @param secret the secret of its link; absent if the mail with the link makes the secret
 */
export async function makeCode(
  unit: Unit,
  { accountId = undefined, memberId = undefined, data = {}, createdBy = undefined, ...request }: CodeRequest,
  secret?: string,
): Promise<AccountCode> {
  const { manager, now: createdAt } = unit;
  await holdCodes(unit);
  const { purpose, email } = request;
  await spendCodes(unit, memberId ? { purpose, memberId } : { purpose, email });
  await forgetExpired(unit);
  const code: AccountCode = {
    id: newId<string>(),
    ...request,
    codeHash: secret === undefined ? null : hashSecret(secret),
    accountId: accountId ?? null,
    memberId: memberId ?? null,
    data,
    createdBy: createdBy ?? null,
    createdAt,
    expiresAt: createdAt + CODE_LIFETIME_MS[purpose],
    usedAt: null,
  };
  await manager.insert(AccountCode, code as object);
  return code;
}

/**
 * Finds the code of this secret without using it up, for slow work or for showing a page first.
 * @throws Fault AUTH.CODE_INVALID if the code is unknown, used, replaced or too old
 */
export async function demandOpenCode(
  manager: EntityManager,
  now: number,
  secret: string,
  purposes: readonly AccountCodePurpose[],
): Promise<AccountCode> {
  const code = await manager.findOneBy(AccountCode, {
    codeHash: hashSecret(secret),
    purpose: In(purposes),
    usedAt: IsNull(),
    expiresAt: MoreThan(now),
  });
  if (!code) throw new Fault('AUTH.CODE_INVALID');
  return code;
}

/**
 * Uses a code up, in the unit of work of its action. Of two concurrent calls, one succeeds.
 * @throws Fault AUTH.CODE_INVALID
 */
export async function exchangeCode(
  unit: Unit,
  secret: string,
  purposes: readonly AccountCodePurpose[],
): Promise<AccountCode> {
  const code = await demandOpenCode(unit.manager, unit.now, secret, purposes);
  if ((await spendCodes(unit, { id: code.id })) === 0) throw new Fault('AUTH.CODE_INVALID');
  return code;
}

/** Invalidates codes and deletes their data. @returns how many were valid */
export async function spendCodes(
  { manager, now }: Unit,
  which: FindOptionsWhere<AccountCode>,
): Promise<number> {
  const spent = { usedAt: now, data: {} };
  const { affected } = await manager.update(AccountCode, { ...which, usedAt: IsNull() }, spent as object);
  return affected ?? 0;
}

/** Links sent before a person regained control of their account become invalid. */
export async function spendCodesOfAccount(
  unit: Unit,
  { id: accountId, email }: { readonly id: AccountId; readonly email: string },
): Promise<void> {
  await spendCodes(unit, { purpose: 'password-reset', email });
  await spendCodes(unit, { accountId });
}

/** A name and a password that were never confirmed are deleted. */
async function forgetExpired(unit: Unit): Promise<void> {
  await spendCodes(unit, { expiresAt: LessThanOrEqual(unit.now) });
}

/** Against a race: on PostgreSQL two concurrent requests would not see each other's code, and both would stay valid. */
async function holdCodes({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE account_codes IN SHARE ROW EXCLUSIVE MODE');
}
