import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { memberWords } from './member-words';

/** For the search: the names and e-mail addresses of members. */
export class MemberWords1764350200000 implements MigrationInterface {
  name = 'MemberWords1764350200000';

  async up(runner: QueryRunner): Promise<void> {
    await addWordIndex(runner, memberWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, memberWords);
  }
}
