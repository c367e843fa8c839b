import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, refuse, runAll } from '../../platform/persistence/migration-steps';
import { NO_HASH } from './link-hash';

/** The hash chain over documents that enter the books. */
export class Chain1764500021000 implements MigrationInterface {
  name = 'Chain1764500021000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE chain_links (
        hash varchar PRIMARY KEY NOT NULL, sequence bigint NOT NULL, version varchar NOT NULL, kind varchar NOT NULL,
        subject varchar NOT NULL, payload varchar NOT NULL, "previousHash" varchar NOT NULL)`,
      'CREATE UNIQUE INDEX chain_links_sequence ON chain_links (sequence)',
      'CREATE UNIQUE INDEX chain_links_subject ON chain_links (kind, subject)',
      `CREATE TABLE chain_head (
        id varchar PRIMARY KEY NOT NULL, sequence bigint NOT NULL, hash varchar NOT NULL, at bigint NOT NULL)`,
      `CREATE TABLE chain_verifications (
        id varchar PRIMARY KEY NOT NULL, "startedBy" varchar NOT NULL REFERENCES accounts(id),
        "startedAt" bigint NOT NULL, "withFiles" boolean NOT NULL, "endedAt" bigint, links bigint, documents bigint,
        erased bigint, files bigint, "headSequence" bigint, "headHash" varchar, problem text,
        "hasFailed" boolean NOT NULL)`,
      `INSERT INTO chain_head (id, sequence, hash, at) VALUES ('head', 0, '${NO_HASH}', 0)`,
    ]);
    await makeAppendOnly(runner, 'chain_links');
    await refuse(runner, 'DELETE', 'chain_head');
    if (!isSqlite(runner)) await refuse(runner, 'TRUNCATE', 'chain_links');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
