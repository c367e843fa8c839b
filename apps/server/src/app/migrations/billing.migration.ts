import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

const prices = [
  `CREATE TABLE tariffs (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, standard boolean NOT NULL, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX tariffs_name ON tariffs (name)',
  `CREATE TABLE tariff_versions (
    id varchar PRIMARY KEY NOT NULL, "tariffId" varchar NOT NULL REFERENCES tariffs(id), number bigint NOT NULL,
    rates text NOT NULL, "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX tariff_versions_number ON tariff_versions ("tariffId", number)',
];

const services = [
  `CREATE TABLE prestations (
    id varchar PRIMARY KEY NOT NULL, reference varchar NOT NULL,
    "organisationId" varchar NOT NULL REFERENCES organisations(id), title varchar NOT NULL, state varchar NOT NULL,
    "tariffId" varchar REFERENCES tariffs(id), "purchaseOrder" varchar,
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL, "changedAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX prestations_reference ON prestations (reference)',
  'CREATE INDEX prestations_organisation ON prestations ("organisationId")',
  `CREATE TABLE usage_records (
    id varchar PRIMARY KEY NOT NULL, "runId" varchar NOT NULL REFERENCES runs(id),
    "jobId" varchar NOT NULL REFERENCES jobs(id), "labId" varchar NOT NULL REFERENCES labs(id),
    "memberId" varchar NOT NULL REFERENCES members(id), "prestationId" varchar REFERENCES prestations(id),
    category varchar NOT NULL, "fileName" varchar NOT NULL, seconds double precision NOT NULL,
    materials text NOT NULL, "tariffVersionId" varchar REFERENCES tariff_versions(id), "valueCents" bigint,
    "chargedCents" bigint, lines text, at bigint NOT NULL)`,
  'CREATE UNIQUE INDEX usage_records_run ON usage_records ("runId")',
  'CREATE INDEX usage_records_member ON usage_records ("memberId")',
  'CREATE INDEX usage_records_prestation ON usage_records ("prestationId")',
  `CREATE TABLE prestation_lines (
    id varchar PRIMARY KEY NOT NULL, "prestationId" varchar NOT NULL REFERENCES prestations(id),
    position bigint NOT NULL, kind varchar NOT NULL, "usageRecordId" varchar REFERENCES usage_records(id),
    label varchar NOT NULL, details text NOT NULL, quantity varchar NOT NULL, unit varchar NOT NULL,
    basis bigint NOT NULL, "unitPriceCents" bigint NOT NULL, "netCents" bigint NOT NULL, activity varchar,
    nature varchar, "servedOn" varchar NOT NULL, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX prestation_lines_position ON prestation_lines ("prestationId", position)',
  `CREATE UNIQUE INDEX prestation_lines_usage ON prestation_lines ("usageRecordId")
    WHERE "usageRecordId" IS NOT NULL`,
];

const documents = [
  `CREATE TABLE seller_settings (
    id varchar PRIMARY KEY NOT NULL, "inForceFrom" varchar NOT NULL, settings text NOT NULL,
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
  `CREATE TABLE document_counters (
    kind varchar PRIMARY KEY NOT NULL, year bigint NOT NULL, "lastNumber" bigint NOT NULL, "lastIssuedOn" varchar)`,
  `INSERT INTO document_counters (kind, year, "lastNumber") VALUES ('FA', 0, 0), ('PR', 0, 0)`,
  `CREATE TABLE invoices (
    id varchar PRIMARY KEY NOT NULL, number varchar NOT NULL,
    "prestationId" varchar NOT NULL REFERENCES prestations(id),
    "organisationId" varchar NOT NULL REFERENCES organisations(id), "issuedOn" varchar NOT NULL,
    "dueOn" varchar NOT NULL, "servedFrom" varchar NOT NULL, "servedTo" varchar NOT NULL, reference varchar NOT NULL,
    title varchar NOT NULL, "purchaseOrder" varchar, seller text NOT NULL, client text NOT NULL,
    mentions text NOT NULL, "operationCategory" varchar NOT NULL, currency varchar NOT NULL, vat text NOT NULL,
    "netCents" bigint NOT NULL, "vatCents" bigint NOT NULL, "grossCents" bigint NOT NULL,
    "issuedBy" varchar NOT NULL REFERENCES accounts(id), "issuedAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX invoices_number ON invoices (number)',
  'CREATE UNIQUE INDEX invoices_prestation ON invoices ("prestationId")',
  `CREATE TABLE invoice_lines (
    id varchar PRIMARY KEY NOT NULL, "invoiceId" varchar NOT NULL REFERENCES invoices(id), position bigint NOT NULL,
    kind varchar NOT NULL, "usageRecordId" varchar REFERENCES usage_records(id), label varchar NOT NULL,
    details text NOT NULL, quantity varchar NOT NULL, unit varchar NOT NULL, basis bigint NOT NULL,
    "unitPriceCents" bigint NOT NULL, "netCents" bigint NOT NULL, nature varchar NOT NULL,
    "categoryCode" varchar NOT NULL, "rateBasisPoints" bigint NOT NULL, "exemptionCode" varchar,
    "exemptionText" varchar)`,
  'CREATE UNIQUE INDEX invoice_lines_position ON invoice_lines ("invoiceId", position)',
  `CREATE TABLE invoice_documents (
    "invoiceId" varchar PRIMARY KEY NOT NULL REFERENCES invoices(id), sha256 varchar NOT NULL, bytes bigint NOT NULL,
    "createdAt" bigint NOT NULL)`,
];

const FROZEN = ['tariff_versions', 'seller_settings', 'invoices', 'invoice_lines', 'invoice_documents'];

/** Tariffs, usage, prestations and invoices; the database refuses changes to issued documents. */
export class Billing1763905000000 implements MigrationInterface {
  name = 'Billing1763905000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...prices, ...services, ...documents]);
    const standard = isSqlite(runner) ? 'standard = 1' : 'standard';
    await runner.query(`CREATE UNIQUE INDEX tariffs_one_standard ON tariffs (standard) WHERE ${standard}`);
    for (const table of FROZEN) await makeAppendOnly(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('invoices are kept for ten years: restore a backup instead');
  }
}
