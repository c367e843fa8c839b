import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** The articles of the catalogue. */
export class Catalogue1764500001000 implements MigrationInterface {
  name = 'Catalogue1764500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE articles (
        id varchar PRIMARY KEY NOT NULL, code varchar, "nameFr" varchar NOT NULL, "nameEn" varchar NOT NULL,
        "foldedNameFr" varchar, "foldedNameEn" varchar, "foldedWords" varchar, "descriptionFr" varchar,
        "descriptionEn" varchar, unit varchar NOT NULL, "unitPrice" varchar NOT NULL, basis bigint NOT NULL,
        activity varchar NOT NULL, nature varchar NOT NULL, "createdAt" bigint NOT NULL, "archivedAt" bigint)`,
      'CREATE UNIQUE INDEX articles_code ON articles (code) WHERE code IS NOT NULL',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE articles');
  }
}
