import { type BankAccountId, Fault, folded, newId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { BankAccount, BankMapping } from './bank.entities';
import type { CsvMapping } from './read/csv-mapping';

/**
 * The account with this name, or a new one; locked until the unit of work ends, so that two imports of one file do not
 * cross. The first file that has an IBAN gives it to the account.
 * @throws Fault BANK.ACCOUNT_MISSING without a name, BANK.OTHER_ACCOUNT {account} for the IBAN of another account
 */
export async function openAccount(
  { manager, now }: Unit,
  name: string | undefined,
  iban: string | null,
): Promise<BankAccount> {
  if (name === undefined) throw new Fault('BANK.ACCOUNT_MISSING');
  const account = { id: newId<BankAccountId>(), name, iban: null, createdAt: now };
  await manager
    .createQueryBuilder()
    .insert()
    .into(BankAccount)
    .values(account)
    .orIgnore()
    .updateEntity(false)
    .execute();
  const foldedName = folded(name);
  await manager.increment(BankAccount, { foldedName }, 'createdAt', 0);
  const found = await manager.findOneByOrFail(BankAccount, { foldedName });
  if (iban === null || iban === found.iban) return found;
  if (found.iban !== null || (await manager.existsBy(BankAccount, { iban })))
    throw new Fault('BANK.OTHER_ACCOUNT', { account: found.name });
  await manager.update(BankAccount, { id: found.id }, { iban });
  return { ...found, iban };
}

/** The columns of the account’s files with these headings. */
export async function rememberMapping(
  { manager, now }: Unit,
  bankAccountId: BankAccountId,
  headingsHash: string,
  mapping: CsvMapping,
): Promise<void> {
  const where = { bankAccountId, headingsHash };
  const changes = { mapping, changedAt: now };
  const { affected } = await manager.update(BankMapping, where, changes);
  if (affected === 0) await manager.insert(BankMapping, { id: newId<string>(), ...where, ...changes });
}
