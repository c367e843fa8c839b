import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { groupWords } from './group-words';

/** For the search: the names of groups. */
export class GroupWords1764350300000 implements MigrationInterface {
  name = 'GroupWords1764350300000';

  async up(runner: QueryRunner): Promise<void> {
    await addWordIndex(runner, groupWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, groupWords);
  }
}
