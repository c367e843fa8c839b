import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded } from '../../platform/persistence/fill-folded';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { machineWords } from './machine-words';

const FOLDING = { table: 'machines', key: 'id', column: 'foldedName', of: ['name'] } as const;

/** For the search: the names of machines. */
export class MachineWords1764350800000 implements MigrationInterface {
  name = 'MachineWords1764350800000';

  async up(runner: QueryRunner): Promise<void> {
    await addFolded(runner, FOLDING);
    await addWordIndex(runner, machineWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, machineWords);
    await runner.query('ALTER TABLE machines DROP COLUMN "foldedName"');
  }
}
