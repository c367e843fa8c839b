import { randomBytes } from 'node:crypto';
import { newId } from '@pandafab/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldedOf } from '../../platform/persistence/folded-columns';
import { isSqlite, runAll } from '../../platform/persistence/migration-steps';
import { removeWordIndex } from '../../platform/search/word-index';
import { carriedContent, type OldInvoice, type OldLine } from './carried-content';
import { invoiceWords } from './invoice-words';

const BATCH = 200;

interface OldFile {
  readonly invoiceId: string;
  readonly sha256: string;
  readonly bytes: number | string;
  readonly createdAt: number | string;
}

/** Carries the invoices of before into `documents`; the bytes of their PDFs stay as they are in the file store. */
export class CarryInvoices1764500013000 implements MigrationInterface {
  name = 'CarryInvoices1764500013000';

  async up(runner: QueryRunner): Promise<void> {
    for (let after = ''; ; ) {
      const invoices = await nextInvoices(runner, after);
      for (const invoice of invoices) await carry(runner, invoice);
      const last = invoices.at(-1)?.id;
      if (!last) break;
      after = last;
    }
    await carryFiles(runner);
    await removeWordIndex(runner, invoiceWords);
    await runAll(runner, ['DROP TABLE invoice_documents', 'DROP TABLE invoice_lines', 'DROP TABLE invoices']);
  }

  async down(): Promise<void> {
    throw new Error('invoices are kept for ten years: restore a backup instead');
  }
}

const parameter = (runner: QueryRunner, at: number): string => (isSqlite(runner) ? '?' : `$${at}`);

const nextInvoices = (runner: QueryRunner, after: string): Promise<OldInvoice[]> =>
  runner.query(
    `SELECT i.*, o.kind AS "organisationKind" FROM invoices i JOIN organisations o ON o.id = i."organisationId"
      WHERE i.id > ${parameter(runner, 1)} ORDER BY i.id LIMIT ${BATCH}`,
    [after],
  );

/** A line of an invoice has the position of the line of the prestation that it was copied from. */
const linesOf = (runner: QueryRunner, { id }: OldInvoice): Promise<OldLine[]> =>
  runner.query(
    `SELECT l.*, p.id AS "sourceLineId" FROM invoice_lines l JOIN invoices i ON i.id = l."invoiceId"
      LEFT JOIN prestation_lines p ON p."prestationId" = i."prestationId" AND p.position = l.position
      WHERE l."invoiceId" = ${parameter(runner, 1)} ORDER BY l.position`,
    [id],
  );

async function carry(runner: QueryRunner, invoice: OldInvoice): Promise<void> {
  const content = carriedContent(invoice, await linesOf(runner, invoice));
  const { id, number, prestationId, organisationId, reference, title, purchaseOrder } = invoice;
  const { issuedOn, dueOn, netCents, vatCents, grossCents, issuedBy, issuedAt } = invoice;
  const clientName = content.client.name;
  await insert(runner, 'documents', {
    ...{
      id,
      kind: 'invoice',
      state: 'issued',
      number,
      version: 1,
      replacesId: null,
      prestationId,
      organisationId,
    },
    ...{
      citesId: null,
      request: '{}',
      content: JSON.stringify(content),
      clientName,
      reference,
      title,
      purchaseOrder,
    },
    foldedWords: foldedOf([number, clientName, reference, title, purchaseOrder]),
    ...{ issuedOn, dueOn, validUntil: null, netCents, vatCents, grossCents },
    ...{ createdBy: issuedBy, createdAt: issuedAt, issuedBy, issuedAt, sentAt: null, key: null },
    salt: randomBytes(32).toString('hex'),
  });
}

async function carryFiles(runner: QueryRunner): Promise<void> {
  const files: OldFile[] = await runner.query('SELECT * FROM invoice_documents ORDER BY "invoiceId"');
  for (const { invoiceId, sha256, bytes, createdAt } of files)
    await insert(runner, 'document_files', {
      ...{ id: newId<string>(), documentId: invoiceId, kind: 'pdf', sha256, bytes, createdAt },
    });
}

async function insert(
  runner: QueryRunner,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, at) => parameter(runner, at + 1));
  await runner.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}
