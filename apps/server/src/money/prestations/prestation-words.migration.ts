import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded } from '../../platform/persistence/fill-folded';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { prestationWords } from './prestation-words';

const FOLDING = {
  table: 'prestations',
  key: 'id',
  column: 'foldedWords',
  of: ['reference', 'title', 'purchaseOrder'],
} as const;

/** For the search: the references and titles of prestations. */
export class PrestationWords1764350500000 implements MigrationInterface {
  name = 'PrestationWords1764350500000';

  async up(runner: QueryRunner): Promise<void> {
    await addFolded(runner, FOLDING);
    await addWordIndex(runner, prestationWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, prestationWords);
    await runner.query('ALTER TABLE prestations DROP COLUMN "foldedWords"');
  }
}
