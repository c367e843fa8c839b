import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { type Page, toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { chunks } from '../../platform/persistence/chunks';
import { latestFirst, type Part, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { BankAccount, BankLine, BankStatement } from './bank.entities';
import { openAccount, rememberMapping } from './bank-accounts';
import { readKnownFile } from './known-file';
import { openCounts } from './line-counts';
import { accountView, knownOf, previewOf } from './preview';
import { fingerprints } from './read/fingerprints';
import { assertFits } from './read/read-csv';
import type { Statement, StatementLine } from './read/statement';
import type { BankUpload } from './read-upload';
import type { BankImport, BankPreview, StatementView } from './statements.dto';

/** Import of bank statements: whole, and each line once. */
@Injectable()
export class StatementsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: ReadDatabase,
  ) {}

  accounts(): Promise<BankAccount[]> {
    return this.database.of(BankAccount).find({ order: { name: 'ASC', id: 'ASC' } });
  }

  /** What an import would do; writes nothing. @throws Fault BANK.… about the whole file */
  async preview(upload: BankUpload, language: Language): Promise<BankPreview> {
    const { manager } = this.database;
    const file = await readKnownFile(manager, upload);
    const today = parisDay(this.clock.now());
    return previewOf(manager, file, { fileName: upload.fileName, today, language });
  }

  /**
   * Stores the lines that no earlier file had, and remembers the columns. Nothing is booked.
   * @throws Fault BANK.BROKEN_LINES {count} unless `withoutBroken`; BANK.COLUMNS_UNKNOWN, BANK.COLUMNS_UNFIT {line},
   * BANK.ACCOUNT_MISSING, BANK.OTHER_ACCOUNT {account}, and others about the whole file
   */
  async import(by: AccountId, upload: BankUpload): Promise<BankImport> {
    const file = await readKnownFile(this.database.manager, upload);
    const { statement, csv, mapping } = file;
    if (!statement) throw new Fault('BANK.COLUMNS_UNKNOWN');
    if (csv) assertFits(statement);
    const { broken, iban, skipped } = statement;
    if (broken.length > 0 && !upload.withoutBroken)
      throw new Fault('BANK.BROKEN_LINES', { count: broken.length });
    const name = upload.account ?? file.account?.name;
    return this.unitOfWork.run(async (unit) => {
      const account = await openAccount(unit, name, iban);
      if (csv && mapping) await rememberMapping(unit, account.id, csv.headingsHash, mapping);
      const prints = fingerprints(account.id, statement.lines);
      const known = await knownOf(unit.manager, prints);
      const isNew = (_: unknown, at: number) => !known.has(prints[at] ?? '');
      const added = { lines: statement.lines.filter(isNew), prints: prints.filter(isNew) };
      const counts = { added: added.lines.length, known: known.size, broken: broken.length };
      const statementId =
        added.lines.length > 0 ? await store(unit, by, { upload, account, statement, added, counts }) : null;
      return { statementId, account: accountView(account), ...counts, skipped };
    });
  }

  /** The latest first. */
  async list(page: Page): Promise<Part<StatementView>> {
    const query = this.database.of(BankStatement).createQueryBuilder('statement');
    const { items, ...where } = await readPart(
      query,
      latestFirst<BankStatement>('statement', 'importedAt'),
      page,
    );
    const names = new Map((await this.accounts()).map(({ id, name }) => [id, name]));
    const open = await openCounts(
      this.database.manager,
      items.map(({ id }) => id),
    );
    const view = items.map(({ bankAccountId, importedBy: _, importedAt, ...statement }) => ({
      ...statement,
      account: names.get(bankAccountId) ?? '',
      open: open.get(statement.id) ?? 0,
      importedAt: toIso(importedAt),
    }));
    return { items: view, ...where };
  }
}

interface Stored {
  readonly upload: BankUpload;
  readonly account: BankAccount;
  readonly statement: Statement;
  readonly added: { readonly lines: readonly StatementLine[]; readonly prints: readonly string[] };
  readonly counts: { readonly added: number; readonly known: number; readonly broken: number };
}

async function store(unit: Unit, by: AccountId, { upload, account, statement, added, counts }: Stored) {
  const { manager, now } = unit;
  const days = statement.lines.map(({ day }) => day).sort();
  const id = newId<string>();
  await manager.insert(BankStatement, {
    ...{ id, bankAccountId: account.id, fileName: upload.fileName, format: statement.format, ...counts },
    ...{ firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '', importedBy: by, importedAt: now },
  });
  const rows = added.lines.map(({ line: _, bankId: __, ...said }, at): BankLine => {
    const state = said.cents > 0 ? 'open' : 'out';
    const keys = { statementId: id, bankAccountId: account.id, fingerprint: added.prints[at] ?? '' };
    return { id: newId(), ...keys, ...said, state, paymentId: null, bookings: 0, reason: null };
  });
  for (const some of chunks(rows, 500)) await manager.insert(BankLine, some);
  const { fileName } = upload;
  const after = { account: account.name, fileName, ...counts };
  await audit(unit, { action: 'bank.statement-imported', subject: ['bank-statement', id], after });
  return id;
}
