import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Agreements with their aims, subsidies and costs. */
export class Conventions1764500219000 implements MigrationInterface {
  name = 'Conventions1764500219000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE conventions (
        id varchar PRIMARY KEY NOT NULL, title varchar NOT NULL, parties text NOT NULL, "startsOn" varchar NOT NULL,
        "endsOn" varchar NOT NULL, version bigint NOT NULL, "createdBy" varchar NOT NULL REFERENCES accounts(id),
        "createdAt" bigint NOT NULL)`,
      `CREATE TABLE convention_objectives (
        id varchar PRIMARY KEY NOT NULL, "conventionId" varchar NOT NULL REFERENCES conventions(id),
        position bigint NOT NULL, title varchar NOT NULL, quotation varchar NOT NULL)`,
      'CREATE INDEX convention_objectives_convention ON convention_objectives ("conventionId", position)',
      `CREATE TABLE objective_indicators (
        id varchar PRIMARY KEY NOT NULL, "objectiveId" varchar NOT NULL REFERENCES convention_objectives(id),
        position bigint NOT NULL, indicator varchar NOT NULL, parameters text NOT NULL)`,
      'CREATE INDEX objective_indicators_objective ON objective_indicators ("objectiveId", position)',
      `CREATE TABLE indicator_targets (
        id varchar PRIMARY KEY NOT NULL,
        "objectiveIndicatorId" varchar NOT NULL REFERENCES objective_indicators(id), period varchar NOT NULL,
        target double precision NOT NULL)`,
      'CREATE UNIQUE INDEX indicator_targets_one ON indicator_targets ("objectiveIndicatorId", period)',
      `CREATE TABLE subsidy_instalments (
        id varchar PRIMARY KEY NOT NULL, "conventionId" varchar NOT NULL REFERENCES conventions(id),
        label varchar NOT NULL, payer varchar NOT NULL, "dueOn" varchar NOT NULL, cents bigint NOT NULL,
        "receivedOn" varchar)`,
      'CREATE INDEX subsidy_instalments_convention ON subsidy_instalments ("conventionId", "dueOn")',
      `CREATE TABLE convention_costs (
        id varchar PRIMARY KEY NOT NULL, "conventionId" varchar NOT NULL REFERENCES conventions(id),
        "labId" varchar REFERENCES labs(id), day varchar NOT NULL, kind varchar NOT NULL, heading varchar NOT NULL,
        note varchar, cents bigint NOT NULL, "importedLine" varchar,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
      'CREATE INDEX convention_costs_convention ON convention_costs ("conventionId", day)',
      `CREATE UNIQUE INDEX convention_costs_line ON convention_costs ("conventionId", "importedLine")
        WHERE "importedLine" IS NOT NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      [
        ...['convention_costs', 'subsidy_instalments', 'indicator_targets', 'objective_indicators'],
        ...['convention_objectives', 'conventions'],
      ].map((table) => `DROP TABLE ${table}`),
    );
  }
}
