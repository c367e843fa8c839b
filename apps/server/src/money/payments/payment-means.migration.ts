import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** Accounts of the French chart of accounts: 512 bank, 5115 cards to be credited, 5112 cheques, 53 cash, 4191 money held for others. */
const FIRST = [
  ['transfer', 'Virement', 'Bank transfer', '512000', true],
  ['card', 'Carte bancaire', 'Card', '511500', true],
  ['cheque', 'Chèque', 'Cheque', '511200', true],
  ['cash', 'Espèces', 'Cash', '531000', true],
  ['direct-debit', 'Prélèvement', 'Direct debit', '512000', true],
  ['other', 'Autre', 'Other', '512000', true],
  ['account', 'Compte prépayé', 'Prepaid account', '419110', false],
] as const;

/** The means of payment, with the day from which each is in force. */
export class PaymentMeans1764500152000 implements MigrationInterface {
  name = 'PaymentMeans1764500152000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE payment_means (
        id varchar PRIMARY KEY NOT NULL, code varchar NOT NULL, "inForceFrom" varchar NOT NULL,
        "nameFr" varchar NOT NULL, "nameEn" varchar NOT NULL, account varchar NOT NULL, "isOffered" boolean NOT NULL,
        "createdBy" varchar REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
      ...FIRST.map(
        ([code, fr, en, account, isOffered]) =>
          `INSERT INTO payment_means VALUES
            ('${code}', '${code}', '2000-01-01', '${fr}', '${en}', '${account}', ${isOffered}, NULL, 0)`,
      ),
    ]);
    await makeAppendOnly(runner, 'payment_means');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payment_means');
  }
}
