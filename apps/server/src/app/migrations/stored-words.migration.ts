import type { MigrationInterface, QueryRunner } from 'typeorm';
import { invoiceWords } from '../../money/documents/invoice-words';
import { prestationWords } from '../../money/prestations/prestation-words';
import { labWords } from '../../network/labs/lab-words';
import { machineWords } from '../../network/machines/machine-words';
import { groupWords } from '../../people/groups/group-words';
import { memberWords } from '../../people/members/member-words';
import { organisationWords } from '../../people/organisations/organisation-words';
import { removeStoredWords, storeWords } from '../../platform/search/word-index';
import { jobWords } from '../../production/jobs/job-words';
import { spoolWords } from '../../stock/spools/spool-words';

const INDEXES = [
  ...[jobWords, memberWords, groupWords, organisationWords, prestationWords],
  ...[invoiceWords, spoolWords, machineWords, labWords],
];

/** For the search: PostgreSQL stores the words of every row that can be found. */
export class StoredWords1764424700000 implements MigrationInterface {
  name = 'StoredWords1764424700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await storeWords(runner, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await removeStoredWords(runner, index);
  }
}
