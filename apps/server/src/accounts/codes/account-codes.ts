import { type AccountId, type Clock, Fault, type Language, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, type FindOptionsWhere, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { AccountCode, type AccountCodePurpose } from '../account-code.entity';
import { hashSecret } from '../secrets';

const HOUR_MS = 3_600_000;

/** How long a link is good; its mail says so too. */
export const CODE_LIFETIME_MS: Readonly<Record<AccountCodePurpose, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  registration: 24 * HOUR_MS,
  'password-reset': HOUR_MS,
  'email-change': 24 * HOUR_MS,
};

export interface CodeWish {
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
 * Makes a code in the caller's unit of work; earlier ones of the same purpose and person stop working.
 * @param secret what will open it; left out where the mail that carries it is to make its own
 */
export async function makeCode(
  manager: EntityManager,
  clock: Clock,
  { accountId = undefined, memberId = undefined, data = {}, createdBy = undefined, ...wish }: CodeWish,
  secret?: string,
): Promise<AccountCode> {
  await holdCodes(manager);
  const { purpose, email } = wish;
  await spendCodes(manager, clock, memberId ? { purpose, memberId } : { purpose, email });
  await forgetExpired(manager, clock);
  const createdAt = clock.now();
  const code: AccountCode = {
    id: newId<string>(),
    ...wish,
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

/** Undefined when it opens nothing: unknown, used, replaced or too old. */
export function findOpenCode(
  manager: EntityManager,
  clock: Clock,
  secret: string,
  purposes: readonly AccountCodePurpose[],
): Promise<AccountCode | null> {
  return manager.findOneBy(AccountCode, {
    codeHash: hashSecret(secret),
    purpose: In(purposes),
    usedAt: IsNull(),
    expiresAt: MoreThan(clock.now()),
  });
}

/** For what takes long or shows a page before the code is used up. @throws Fault AUTH.CODE_INVALID */
export async function demandOpenCode(...args: Parameters<typeof findOpenCode>): Promise<AccountCode> {
  const code = await findOpenCode(...args);
  if (!code) throw new Fault('AUTH.CODE_INVALID');
  return code;
}

/**
 * Uses a code up, in the unit of work that does what it is for. Of two who try, one does.
 * @throws Fault AUTH.CODE_INVALID
 */
export async function exchangeCode(...args: Parameters<typeof findOpenCode>): Promise<AccountCode> {
  const code = await demandOpenCode(...args);
  const [manager, clock] = args;
  if ((await spendCodes(manager, clock, { id: code.id })) === 0) throw new Fault('AUTH.CODE_INVALID');
  return code;
}

/** Makes codes open nothing any more, and forgets what they would have opened. How many were open. */
export async function spendCodes(
  manager: EntityManager,
  clock: Clock,
  which: FindOptionsWhere<AccountCode>,
): Promise<number> {
  const spent = { usedAt: clock.now(), data: {} };
  const { affected } = await manager.update(AccountCode, { ...which, usedAt: IsNull() }, spent as object);
  return affected ?? 0;
}

/** Links that were sent before somebody took an account back into their own hands open nothing. */
export async function spendCodesOfAccount(
  manager: EntityManager,
  clock: Clock,
  { id: accountId, email }: { readonly id: AccountId; readonly email: string },
): Promise<void> {
  await spendCodes(manager, clock, { purpose: 'password-reset', email });
  await spendCodes(manager, clock, { accountId });
}

/** A name and a password that nobody confirmed are not kept. */
async function forgetExpired(manager: EntityManager, clock: Clock): Promise<void> {
  await spendCodes(manager, clock, { expiresAt: LessThanOrEqual(clock.now()) });
}

/** Two who ask at once: on PostgreSQL each would be blind to the other's code, and both would stay good. */
async function holdCodes(manager: EntityManager): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE account_codes IN SHARE ROW EXCLUSIVE MODE');
}
