import { folded } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { BankAccount, BankMapping } from './bank.entities';
import { type CsvMapping, csvMapping } from './read/csv-mapping';
import { type CsvFile, readCsv } from './read/read-csv';
import { openFile } from './read/read-file';
import type { Statement } from './read/statement';
import type { BankUpload } from './read-upload';

/** A file with what is known about it. */
export interface KnownFile {
  /** Undefined for CSV without known columns. */
  readonly statement: Statement | undefined;
  readonly csv: CsvFile | undefined;
  readonly account: BankAccount | undefined;
  readonly mapping: CsvMapping | undefined;
  readonly mappingFrom: 'request' | 'memory' | 'guess' | null;
}

type Asked = Pick<BankUpload, 'bytes' | 'account' | 'mapping'>;

/** Reads a file: CSV with the requested columns, else with those of the last import, else with guessed ones. */
export async function readKnownFile(manager: EntityManager, asked: Asked): Promise<KnownFile> {
  const opened = openFile(asked.bytes);
  if ('camt' in opened) {
    const account = await findAccount(manager, asked.account, opened.camt.iban);
    return { statement: opened.camt, csv: undefined, account, mapping: undefined, mappingFrom: null };
  }
  const { csv } = opened;
  const { headingsHash } = csv;
  const named = await findAccount(manager, asked.account, null);
  const remembered = await findMapping(manager, headingsHash, named);
  const account = named ?? (asked.account ? undefined : await accountOf(manager, remembered));
  const [mapping, mappingFrom] = asked.mapping
    ? ([asked.mapping, 'request'] as const)
    : remembered
      ? // An earlier version remembered fewer columns.
        ([csvMapping.parse(remembered.mapping), 'memory'] as const)
      : ([csv.guess, csv.guess ? 'guess' : null] as const);
  return { statement: mapping && readCsv(csv, mapping), csv, account, mapping, mappingFrom };
}

/** By its name, else by the IBAN of the file. */
export async function findAccount(
  manager: EntityManager,
  name: string | undefined,
  iban: string | null,
): Promise<BankAccount | undefined> {
  if (name !== undefined)
    return (await manager.findOneBy(BankAccount, { foldedName: folded(name) })) ?? undefined;
  return iban === null ? undefined : ((await manager.findOneBy(BankAccount, { iban })) ?? undefined);
}

/** Of the named account; without a name, of the one account that has files with these headings. */
async function findMapping(manager: EntityManager, headingsHash: string, named: BankAccount | undefined) {
  const where = { headingsHash, ...(named && { bankAccountId: named.id }) };
  const [mapping, ...others] = await manager.find(BankMapping, { where, take: 2 });
  return others.length === 0 ? mapping : undefined;
}

const accountOf = async (manager: EntityManager, mapping: BankMapping | undefined) =>
  mapping && ((await manager.findOneBy(BankAccount, { id: mapping.bankAccountId })) ?? undefined);
