import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { jobWords } from './job-words';

/** For the search: the names of the files of jobs. */
export class JobWords1764350100000 implements MigrationInterface {
  name = 'JobWords1764350100000';

  async up(runner: QueryRunner): Promise<void> {
    await addWordIndex(runner, jobWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, jobWords);
  }
}
