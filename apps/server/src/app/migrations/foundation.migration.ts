import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

const people = [
  `CREATE TABLE members (
    id varchar PRIMARY KEY NOT NULL, "displayName" varchar NOT NULL, category varchar NOT NULL,
    "residencyValidUntil" bigint, "homeLabId" varchar, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE accounts (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id), email varchar NOT NULL,
    "passwordHash" varchar NOT NULL, roles text NOT NULL, "disabledAt" bigint, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX accounts_email ON accounts (email)',
  'CREATE UNIQUE INDEX accounts_member ON accounts ("memberId")',
  `CREATE TABLE login_sessions (
    "tokenHash" varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id),
    "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL)`,
  'CREATE INDEX login_sessions_account ON login_sessions ("accountId")',
  `CREATE TABLE api_tokens (
    id varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id), name varchar NOT NULL,
    "tokenHash" varchar NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint)`,
  'CREATE UNIQUE INDEX api_tokens_hash ON api_tokens ("tokenHash")',
  `CREATE TABLE organisations (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, "addressLine" varchar NOT NULL, postcode varchar NOT NULL,
    city varchar NOT NULL, "countryCode" varchar NOT NULL, siren varchar, siret varchar, "vatNumber" varchar,
    email varchar, "createdAt" bigint NOT NULL)`,
];

const labs = [
  `CREATE TABLE labs (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, "timeZone" varchar NOT NULL,
    "matchRevision" bigint NOT NULL, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE agents (
    id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), "secretHash" varchar NOT NULL,
    "instanceId" varchar, epoch bigint NOT NULL, "appliedSequence" bigint NOT NULL, version varchar,
    "lastHelloAt" bigint, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX agents_lab ON agents ("labId")',
  `CREATE TABLE filaments (
    id varchar PRIMARY KEY NOT NULL, material varchar NOT NULL, brand varchar NOT NULL, colour varchar NOT NULL,
    "diameterMm" double precision NOT NULL, "densityGramsPerCm3" double precision NOT NULL, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE spools (
    id varchar PRIMARY KEY NOT NULL, "filamentId" varchar NOT NULL REFERENCES filaments(id),
    "labId" varchar NOT NULL REFERENCES labs(id), label varchar NOT NULL, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE machines (
    id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), name varchar NOT NULL,
    kind varchar NOT NULL, "profileId" varchar NOT NULL, connection varchar NOT NULL, "baudRate" bigint NOT NULL,
    "bridgeSecretHash" varchar, "widthMm" double precision NOT NULL, "depthMm" double precision NOT NULL,
    "heightMm" double precision NOT NULL, "maxNozzleCelsius" double precision NOT NULL,
    "maxBedCelsius" double precision NOT NULL, "spoolId" varchar REFERENCES spools(id), bed varchar NOT NULL,
    "inMaintenance" boolean NOT NULL, "createdAt" bigint NOT NULL)`,
  'CREATE INDEX machines_lab ON machines ("labId")',
  'CREATE UNIQUE INDEX machines_spool ON machines ("spoolId") WHERE "spoolId" IS NOT NULL',
];

const work = [
  `CREATE TABLE files (
    sha256 varchar PRIMARY KEY NOT NULL, bytes bigint NOT NULL, state varchar NOT NULL, "analyserVersion" bigint,
    analysis text, refusal text, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE batches (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id),
    "submittedBy" varchar NOT NULL REFERENCES accounts(id), quantity bigint NOT NULL, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE jobs (
    id varchar PRIMARY KEY NOT NULL, "batchId" varchar NOT NULL REFERENCES batches(id),
    "memberId" varchar NOT NULL REFERENCES members(id), "labId" varchar NOT NULL REFERENCES labs(id),
    "prestationId" varchar, "fileSha256" varchar NOT NULL REFERENCES files(sha256), "fileName" varchar NOT NULL,
    material varchar, state varchar NOT NULL, "createdAt" bigint NOT NULL, "changedAt" bigint NOT NULL)`,
  'CREATE INDEX jobs_lab_state ON jobs ("labId", state)',
  'CREATE INDEX jobs_member ON jobs ("memberId")',
  'CREATE INDEX jobs_file ON jobs ("fileSha256", state)',
  `CREATE TABLE runs (
    id varchar PRIMARY KEY NOT NULL, "jobId" varchar NOT NULL REFERENCES jobs(id),
    "labId" varchar NOT NULL REFERENCES labs(id), "machineId" varchar NOT NULL REFERENCES machines(id),
    spools text NOT NULL, state varchar NOT NULL, active boolean NOT NULL, cause text,
    "linesSent" bigint NOT NULL, "linesAcknowledged" bigint NOT NULL, resends bigint NOT NULL,
    "filamentUm" text NOT NULL, exact boolean NOT NULL, seconds double precision NOT NULL, "commandsSha256" varchar,
    "assignedAt" bigint NOT NULL, "startedAt" bigint, "endedAt" bigint)`,
  'CREATE INDEX runs_job ON runs ("jobId")',
  `CREATE TABLE material_movements (
    id varchar PRIMARY KEY NOT NULL, "spoolId" varchar NOT NULL REFERENCES spools(id), kind varchar NOT NULL,
    milligrams bigint NOT NULL, "runId" varchar REFERENCES runs(id), tool bigint, "filamentUm" bigint, note varchar,
    "accountId" varchar, at bigint NOT NULL)`,
  'CREATE INDEX material_movements_spool ON material_movements ("spoolId")',
  'CREATE UNIQUE INDEX material_movements_run_tool ON material_movements ("runId", tool) WHERE "runId" IS NOT NULL',
  `CREATE TABLE queue_outbox (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, data text NOT NULL, "createdAt" bigint NOT NULL)`,
  `CREATE TABLE link_messages (
    id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), kind varchar NOT NULL,
    body text NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint, "acknowledgedAt" bigint)`,
  'CREATE INDEX link_messages_waiting ON link_messages ("labId") WHERE "acknowledgedAt" IS NULL',
];

/** The first tables of the service. */
export class Foundation1763900000000 implements MigrationInterface {
  name = 'Foundation1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...people, ...labs, ...work]);
    // One print at a time on a machine, and of a job: the database enforces it, whatever the code does.
    const active = isSqlite(runner) ? 'active = 1' : 'active';
    await runner.query(`CREATE UNIQUE INDEX runs_one_active_a_machine ON runs ("machineId") WHERE ${active}`);
    await runner.query(`CREATE UNIQUE INDEX runs_one_active_a_job ON runs ("jobId") WHERE ${active}`);
    await makeAppendOnly(runner, 'material_movements');
    if (isSqlite(runner)) {
      await runAll(runner, [
        'CREATE TABLE write_turn (id integer PRIMARY KEY CHECK (id = 1), turn integer NOT NULL)',
        'INSERT INTO write_turn VALUES (1, 0)',
      ]);
    }
  }

  async down(): Promise<void> {
    throw new Error('the first migration is not undone: delete the database instead');
  }
}
