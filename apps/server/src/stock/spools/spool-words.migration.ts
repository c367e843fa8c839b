import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded } from '../../platform/persistence/fill-folded';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { spoolWords } from './spool-words';

const FOLDING = { table: 'spools', key: 'id', column: 'foldedLabel', of: ['label'] } as const;

/** For the search: the labels of spools. */
export class SpoolWords1764350700000 implements MigrationInterface {
  name = 'SpoolWords1764350700000';

  async up(runner: QueryRunner): Promise<void> {
    await addFolded(runner, FOLDING);
    await addWordIndex(runner, spoolWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, spoolWords);
    await runner.query('ALTER TABLE spools DROP COLUMN "foldedLabel"');
  }
}
