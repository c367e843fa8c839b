import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/persistence/migration-steps';

/** The pictures of logos. */
export class SellerLogos1764500014000 implements MigrationInterface {
  name = 'SellerLogos1764500014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE seller_logos (
      sha256 varchar PRIMARY KEY NOT NULL, "mediaType" varchar NOT NULL, bytes bigint NOT NULL,
      "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`);
    await makeAppendOnly(runner, 'seller_logos');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seller_logos');
  }
}
