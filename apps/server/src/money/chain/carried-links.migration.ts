import { BOOKED_KINDS, type PaperContent } from '@pandafab/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../../platform/persistence/migration-steps';
import type { LinkRecord } from './append-link';
import { canonicalJson } from './canonical-json';
import { documentPayload } from './document-payload';
import { filesPayload } from './files-payload';
import { CHAIN_VERSION, hashLink, NO_HASH } from './link-hash';

const BATCH = 200;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly content: string;
  readonly issuedAt: string | number;
  readonly salt: string;
}
interface FileRow {
  readonly documentId: string;
  readonly kind: 'pdf' | 'xml';
  readonly sha256: string;
}

/**
 * Links for the documents that were issued before the chain existed, in the order of their issue. It is a migration,
 * so that it happens once: a later start must not link what a person put into the table by hand.
 */
export class CarriedLinks1764500022000 implements MigrationInterface {
  name = 'CarriedLinks1764500022000';

  async up(runner: QueryRunner): Promise<void> {
    const chain = new Chain(runner);
    for await (const batch of documentsOf(runner)) {
      const files = await filesOf(runner, batch);
      for (const row of batch) {
        await chain.add(documentPayload(chained(row), { carried: true }));
        const own = files.filter(({ documentId }) => documentId === row.id);
        if (own.length > 0) await chain.add(filesPayload(row.number, own, { carried: true }));
      }
    }
    await chain.close();
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}

const chained = ({ content, issuedAt, salt }: Row) => ({
  content: JSON.parse(content) as PaperContent,
  issuedAt: Number(issuedAt),
  salt,
});

const quoted = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');

/** Within a day the order of numbers is the order of issue: longer numbers are later. */
async function* documentsOf(runner: QueryRunner): AsyncGenerator<Row[]> {
  let after: Row | undefined;
  const parameter = parametersOf(runner);
  for (;;) {
    const place = after ? [after.issuedOn, after.number.length, after.number] : ['', 0, ''];
    const rows: Row[] = await runner.query(
      `SELECT id, number, "issuedOn", content, "issuedAt", salt FROM documents
       WHERE number IS NOT NULL AND kind IN (${quoted(BOOKED_KINDS)})
         AND ("issuedOn", LENGTH(number), number) > (${[1, 2, 3].map(parameter).join(', ')})
       ORDER BY "issuedOn", LENGTH(number), number LIMIT ${BATCH}`,
      place,
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1);
  }
}

const filesOf = (runner: QueryRunner, rows: readonly Row[]): Promise<FileRow[]> =>
  runner.query(
    `SELECT "documentId", kind, sha256 FROM document_files
     WHERE "documentId" IN (${quoted(rows.map(({ id }) => id))})`,
  );

const parametersOf = (runner: QueryRunner) => (index: number) => (isSqlite(runner) ? '?' : `$${index}`);

/** Writes links as `appendLink` does, without the entities: later versions of these may have more columns. */
class Chain {
  private hash = NO_HASH;
  private sequence = 0;

  constructor(private readonly runner: QueryRunner) {}

  async add(record: LinkRecord): Promise<void> {
    const parts = { version: CHAIN_VERSION, previousHash: this.hash, payload: canonicalJson(record) };
    this.hash = hashLink(parts);
    this.sequence += 1;
    const { version, payload, previousHash } = parts;
    const row = [this.hash, this.sequence, version, record.record, record.number, payload, previousHash];
    const values = row.map((_, index) => parametersOf(this.runner)(index + 1));
    await this.runner.query(
      `INSERT INTO chain_links (hash, sequence, version, kind, subject, payload, "previousHash")
       VALUES (${values.join(', ')})`,
      row,
    );
  }

  async close(): Promise<void> {
    const parameter = parametersOf(this.runner);
    await this.runner.query(
      `UPDATE chain_head SET sequence = ${parameter(1)}, hash = ${parameter(2)} WHERE id = 'head'`,
      [this.sequence, this.hash],
    );
  }
}
