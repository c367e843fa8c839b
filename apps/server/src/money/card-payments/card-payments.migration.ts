import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refuse, refuseWhen, runAll } from '../../platform/persistence/migration-steps';

const statements = [
  `CREATE TABLE card_payments (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar REFERENCES members(id),
    "documentId" varchar REFERENCES documents(id), cents bigint NOT NULL, "providerId" varchar, state varchar NOT NULL,
    "createdBy" varchar REFERENCES accounts(id), "createdAt" bigint NOT NULL, "paidAt" bigint,
    "paymentId" varchar REFERENCES payments(id), events bigint NOT NULL, problem varchar, told text,
    resolution varchar, "resolvedBy" varchar REFERENCES accounts(id), "resolvedAt" bigint,
    CHECK (cents > 0), CHECK (("memberId" IS NULL) <> ("documentId" IS NULL)))`,
  'CREATE UNIQUE INDEX card_payments_provider ON card_payments ("providerId") WHERE "providerId" IS NOT NULL',
  'CREATE UNIQUE INDEX card_payments_payment ON card_payments ("paymentId") WHERE "paymentId" IS NOT NULL',
  'CREATE INDEX card_payments_member ON card_payments ("memberId", "createdAt") WHERE "memberId" IS NOT NULL',
  'CREATE INDEX card_payments_document ON card_payments ("documentId") WHERE "documentId" IS NOT NULL',
  'CREATE INDEX card_payments_at ON card_payments ("createdAt", id)',
  `CREATE INDEX card_payments_problem ON card_payments ("createdAt")
    WHERE problem IS NOT NULL AND "resolvedAt" IS NULL`,
];

/** What was asked never changes. */
const FROZEN = '"memberId", "documentId", cents, "createdBy", "createdAt"';

/** Payments by card. The database refuses to delete one, or to change what was asked. */
export class CardPayments1764500200000 implements MigrationInterface {
  name = 'CardPayments1764500200000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, statements);
    await refuse(runner, 'DELETE', 'card_payments');
    const frozen = { name: 'card_payments_frozen', verb: `UPDATE OF ${FROZEN}`, table: 'card_payments' };
    await refuseWhen(runner, { ...frozen, when: '1 = 1' });
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
