import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, runAll } from '../../platform/persistence/migration-steps';

const fields = (runner: QueryRunner): string[] => {
  const yes = isSqlite(runner) ? '1' : 'true';
  return [
    '"labId" varchar REFERENCES labs(id)',
    '"responsibleId" varchar REFERENCES accounts(id)',
    '"startsOn" varchar',
    '"endsOn" varchar',
    'notes varchar',
    '"vatCase" varchar',
    `discounts text NOT NULL DEFAULT '[]'`,
    `"printsCharged" boolean NOT NULL DEFAULT ${yes}`,
    '"deliverTo" text',
    '"netCents" bigint NOT NULL DEFAULT 0',
    `urgency varchar NOT NULL DEFAULT '9998'`,
    '"linesVersion" bigint NOT NULL DEFAULT 0',
    '"stagesVersion" bigint NOT NULL DEFAULT 0',
  ].map((column) => `ALTER TABLE prestations ADD COLUMN ${column}`);
};

/** Until now every client order was either open or invoiced. */
const states = [
  `UPDATE prestations SET "netCents" = COALESCE(
    (SELECT SUM(line."netCents") FROM prestation_lines line WHERE line."prestationId" = prestations.id), 0)`,
  `UPDATE prestations SET state = 'in-progress' WHERE state = 'open'`,
  `UPDATE prestations SET urgency = '9999' WHERE state = 'invoiced'`,
  'CREATE INDEX prestations_state ON prestations (state, urgency, id)',
  'CREATE INDEX prestations_urgency ON prestations (urgency, id)',
  'CREATE INDEX prestations_responsible ON prestations ("responsibleId")',
];

/** 450 cents become 4.50: both databases divide integers without a remainder. */
const EUROS = `CAST("unitPriceCents" / 100 AS varchar) || '.' ||
  substr(CAST(100 + "unitPriceCents" % 100 AS varchar), 2)`;

const lines = [
  `ALTER TABLE prestation_lines ADD COLUMN "unitPrice" varchar NOT NULL DEFAULT '0'`,
  `UPDATE prestation_lines SET "unitPrice" = ${EUROS}`,
  'ALTER TABLE prestation_lines DROP COLUMN "unitPriceCents"',
  `ALTER TABLE prestation_lines ADD COLUMN discounts text NOT NULL DEFAULT '[]'`,
  'ALTER TABLE prestation_lines ADD COLUMN "articleId" varchar REFERENCES articles(id)',
  'ALTER TABLE prestation_lines ADD COLUMN "stageId" varchar REFERENCES prestation_stages(id)',
  `UPDATE prestation_lines SET kind = 'typed' WHERE kind = 'hand-written'`,
];

const stages = [
  `CREATE TABLE prestation_stages (
    id varchar PRIMARY KEY NOT NULL, "prestationId" varchar NOT NULL REFERENCES prestations(id),
    position bigint NOT NULL, name varchar NOT NULL, "plannedOn" varchar, "doneOn" varchar, share text)`,
  'CREATE INDEX prestation_stages_prestation ON prestation_stages ("prestationId", position)',
];

/** Client orders get states, dates, stages and discounts; prices of lines get up to six decimals. */
export class PrestationStages1764500002000 implements MigrationInterface {
  name = 'PrestationStages1764500002000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...fields(runner), ...states, ...stages, ...lines]);
  }

  async down(): Promise<void> {
    throw new Error('prices have more decimals than before: restore a backup instead');
  }
}
