import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, refuse, runAll } from '../../platform/persistence/migration-steps';

const accounts = [
  `CREATE TABLE member_accounts (
    "memberId" varchar PRIMARY KEY NOT NULL REFERENCES members(id), reference varchar NOT NULL, "allowanceCents" bigint,
    "balanceCents" bigint NOT NULL, entries bigint NOT NULL, "invoicedThrough" bigint NOT NULL,
    "organisationId" varchar REFERENCES organisations(id), "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX member_accounts_reference ON member_accounts (reference)',
  'CREATE INDEX member_accounts_balance ON member_accounts ("balanceCents", "memberId")',
  `CREATE TABLE account_entries (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES member_accounts("memberId"),
    number varchar NOT NULL, sequence bigint NOT NULL, kind varchar NOT NULL, cents bigint NOT NULL,
    "balanceCents" bigint NOT NULL, "bookedOn" varchar NOT NULL, "paymentId" varchar REFERENCES payments(id),
    "usageRecordId" varchar REFERENCES usage_records(id), reason varchar,
    "createdBy" varchar REFERENCES accounts(id), at bigint NOT NULL, salt varchar NOT NULL)`,
  'CREATE UNIQUE INDEX account_entries_number ON account_entries (number)',
  'CREATE UNIQUE INDEX account_entries_sequence ON account_entries ("memberId", sequence)',
  'CREATE UNIQUE INDEX account_entries_usage ON account_entries ("usageRecordId") WHERE "usageRecordId" IS NOT NULL',
  'CREATE UNIQUE INDEX account_entries_payment ON account_entries ("paymentId") WHERE "paymentId" IS NOT NULL',
  'CREATE INDEX account_entries_booked ON account_entries ("bookedOn")',
  `CREATE TABLE account_charges (
    "usageRecordId" varchar PRIMARY KEY NOT NULL REFERENCES usage_records(id),
    "memberId" varchar NOT NULL REFERENCES member_accounts("memberId"), sequence bigint NOT NULL, part varchar NOT NULL,
    month varchar NOT NULL, measure varchar, "freeAmount" bigint NOT NULL, "freeCents" bigint NOT NULL,
    "netCents" bigint NOT NULL, "categoryCode" varchar NOT NULL, "rateBasisPoints" bigint NOT NULL,
    cents bigint NOT NULL, at bigint NOT NULL)`,
  'CREATE INDEX account_charges_sequence ON account_charges ("memberId", sequence)',
  'CREATE INDEX account_charges_month ON account_charges ("memberId", month)',
  `CREATE TABLE account_invoices (
    "documentId" varchar PRIMARY KEY NOT NULL REFERENCES documents(id),
    "memberId" varchar NOT NULL REFERENCES member_accounts("memberId"), "fromSequence" bigint NOT NULL,
    "throughSequence" bigint NOT NULL, cents bigint NOT NULL, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX account_invoices_from ON account_invoices ("memberId", "fromSequence")',
];

const reservations = [
  `CREATE TABLE reservations (
    "jobId" varchar PRIMARY KEY NOT NULL REFERENCES jobs(id),
    "memberId" varchar NOT NULL REFERENCES member_accounts("memberId"), cents bigint NOT NULL, measure varchar,
    "freeAmount" bigint NOT NULL, state varchar NOT NULL, "createdAt" bigint NOT NULL, "releasedAt" bigint)`,
  `CREATE INDEX reservations_member ON reservations ("memberId") WHERE state <> 'released'`,
  `CREATE INDEX reservations_waiting ON reservations ("jobId") WHERE state = 'waiting'`,
];

const settings = [
  `CREATE TABLE account_settings (
    id varchar PRIMARY KEY NOT NULL, "isOn" boolean NOT NULL, "defaultAllowanceCents" bigint NOT NULL,
    quotas text NOT NULL, policy text NOT NULL, "invoicesMonthly" boolean NOT NULL,
    "changedBy" varchar NOT NULL REFERENCES accounts(id), "changedAt" bigint NOT NULL)`,
  `CREATE TABLE lab_settlements (
    "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), policy text NOT NULL)`,
  `CREATE TABLE group_payers (
    "groupId" varchar PRIMARY KEY NOT NULL REFERENCES member_groups(id), payer varchar NOT NULL,
    "memberId" varchar REFERENCES members(id), "prestationId" varchar REFERENCES prestations(id),
    "changedBy" varchar NOT NULL REFERENCES accounts(id), "changedAt" bigint NOT NULL)`,
];

/** Members who pay: accounts, what is reserved of them, and who pays for groups. */
export class MemberAccounts1764500170000 implements MigrationInterface {
  name = 'MemberAccounts1764500170000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...accounts, ...reservations, ...settings]);
    for (const table of ['account_entries', 'account_charges', 'account_invoices']) {
      await makeAppendOnly(runner, table);
      if (!isSqlite(runner)) await refuse(runner, 'TRUNCATE', table);
    }
  }

  async down(): Promise<void> {
    throw new Error('entries of accounts are kept for ten years: restore a backup instead');
  }
}
