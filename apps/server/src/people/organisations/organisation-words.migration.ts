import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addWordIndex, removeWordIndex } from '../../platform/search/word-index';
import { organisationWords } from './organisation-words';

/** For the search: the names and numbers of organisations. */
export class OrganisationWords1764350400000 implements MigrationInterface {
  name = 'OrganisationWords1764350400000';

  async up(runner: QueryRunner): Promise<void> {
    await addWordIndex(runner, organisationWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeWordIndex(runner, organisationWords);
  }
}
