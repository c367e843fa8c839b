import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded } from '../../platform/persistence/fill-folded';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { invoiceWords } from './invoice-words';

const FOLDING = {
  table: 'invoices',
  key: 'id',
  column: 'foldedWords',
  of: ['number', 'title', 'reference', 'purchaseOrder'],
  kept: true,
} as const;

/** For the search: the numbers and titles of invoices. */
export class InvoiceWords1764350600000 implements MigrationInterface {
  name = 'InvoiceWords1764350600000';

  async up(runner: QueryRunner): Promise<void> {
    await addFolded(runner, FOLDING);
    await addWordIndex(runner, invoiceWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, invoiceWords);
    await runner.query('ALTER TABLE invoices DROP COLUMN "foldedWords"');
  }
}
