import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded } from '../../platform/persistence/fill-folded';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { labWords } from './lab-words';

const FOLDING = { table: 'labs', key: 'id', column: 'foldedName', of: ['name'] } as const;

/** For the search: the names of labs. */
export class LabWords1764350900000 implements MigrationInterface {
  name = 'LabWords1764350900000';

  async up(runner: QueryRunner): Promise<void> {
    await addFolded(runner, FOLDING);
    await addWordIndex(runner, labWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, labWords);
    await runner.query('ALTER TABLE labs DROP COLUMN "foldedName"');
  }
}
