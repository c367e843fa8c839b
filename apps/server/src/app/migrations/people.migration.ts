import { newId } from '@pandafab/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, refuse, runAll } from '../../platform/persistence/migration-steps';

const categories = [
  `CREATE TABLE member_categories (
    code varchar PRIMARY KEY NOT NULL, "nameFr" varchar NOT NULL, "nameEn" varchar NOT NULL, tariff varchar NOT NULL,
    position bigint NOT NULL, "retiredAt" bigint)`,
  `INSERT INTO member_categories (code, "nameFr", "nameEn", tariff, position) VALUES
    ('resident', 'Résident', 'Resident', 'resident', 1),
    ('non-resident', 'Non-résident', 'Non-resident', 'member', 2),
    ('student', 'Étudiant', 'Student', 'student', 3),
    ('entrepreneur', 'Entrepreneur', 'Entrepreneur', 'member', 4),
    ('artist', 'Artiste', 'Artist', 'member', 5),
    ('association', 'Association', 'Association', 'member', 6),
    ('school-group', 'Groupe scolaire', 'School group', 'school', 7)`,
  `UPDATE members SET category = 'non-resident' WHERE category = 'member'`,
  `UPDATE members SET category = 'school-group' WHERE category = 'school'`,
];

/** The data about a person is in four tables, so that one can be deleted without the others. */
const people = [
  'ALTER TABLE members ADD COLUMN "guardianId" varchar REFERENCES members(id)',
  'ALTER TABLE members ADD COLUMN "minorUntil" bigint',
  'CREATE INDEX members_guardian ON members ("guardianId")',
  'CREATE INDEX members_lab ON members ("homeLabId")',
  `CREATE TABLE member_contacts (
    "memberId" varchar PRIMARY KEY NOT NULL REFERENCES members(id), "displayName" varchar NOT NULL, email varchar,
    "emailBouncedAt" bigint, phone varchar)`,
  'CREATE INDEX member_contacts_email ON member_contacts (email)',
  `INSERT INTO member_contacts ("memberId", "displayName", email)
    SELECT members.id, members."displayName", accounts.email
    FROM members LEFT JOIN accounts ON accounts."memberId" = members.id`,
  `CREATE TABLE member_billing_identities (
    "memberId" varchar PRIMARY KEY NOT NULL REFERENCES members(id), name varchar NOT NULL,
    "addressLine" varchar NOT NULL, postcode varchar NOT NULL, city varchar NOT NULL, "countryCode" varchar NOT NULL)`,
  `CREATE TABLE member_profiles (
    "memberId" varchar PRIMARY KEY NOT NULL REFERENCES members(id), "birthYear" bigint, gender varchar,
    neighbourhood varchar, occupation varchar)`,
  `CREATE TABLE residency_verifications (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id),
    "verifiedBy" varchar REFERENCES accounts(id), "verifiedAt" bigint NOT NULL, "validUntil" bigint NOT NULL,
    "withdrawnBy" varchar REFERENCES accounts(id), "withdrawnAt" bigint)`,
  'CREATE INDEX residency_verifications_member ON residency_verifications ("memberId")',
  // Earlier versions did not record who verified; the member's own id is the id of its one verification.
  `INSERT INTO residency_verifications (id, "memberId", "verifiedAt", "validUntil")
    SELECT id, id, "createdAt", "residencyValidUntil" FROM members WHERE "residencyValidUntil" IS NOT NULL`,
  'ALTER TABLE members DROP COLUMN "displayName"',
  'ALTER TABLE members DROP COLUMN "residencyValidUntil"',
  `CREATE TABLE member_imports (
    id varchar PRIMARY KEY NOT NULL, "fileName" varchar NOT NULL, members bigint NOT NULL,
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL,
    "undoneBy" varchar REFERENCES accounts(id), "undoneAt" bigint)`,
  'ALTER TABLE members ADD COLUMN "importId" varchar REFERENCES member_imports(id)',
];

const organisations = [
  `ALTER TABLE organisations ADD COLUMN kind varchar NOT NULL DEFAULT 'client'`,
  'ALTER TABLE organisations ADD COLUMN "serviceCode" varchar',
  'ALTER TABLE organisations ADD COLUMN "engagementNumber" varchar',
  `CREATE TABLE organisation_contacts (
    id varchar PRIMARY KEY NOT NULL, "organisationId" varchar NOT NULL REFERENCES organisations(id),
    name varchar NOT NULL, duty varchar, email varchar, phone varchar, "createdAt" bigint NOT NULL)`,
  'CREATE INDEX organisation_contacts_organisation ON organisation_contacts ("organisationId")',
];

const groups = [
  `CREATE TABLE member_groups (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, category varchar NOT NULL REFERENCES member_categories(code),
    "labId" varchar NOT NULL REFERENCES labs(id), "organisationId" varchar REFERENCES organisations(id),
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL, "archivedAt" bigint)`,
  `CREATE TABLE member_group_people (
    id varchar PRIMARY KEY NOT NULL, "groupId" varchar NOT NULL REFERENCES member_groups(id),
    "memberId" varchar NOT NULL REFERENCES members(id), leads boolean NOT NULL, "addedAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX member_group_people_once ON member_group_people ("groupId", "memberId")',
  'CREATE INDEX member_group_people_member ON member_group_people ("memberId")',
  'ALTER TABLE jobs ADD COLUMN "groupId" varchar REFERENCES member_groups(id)',
  'ALTER TABLE usage_records ADD COLUMN "groupId" varchar REFERENCES member_groups(id)',
];

const accounts = [
  `CREATE TABLE role_grants (
    id varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id), role varchar NOT NULL,
    "labId" varchar REFERENCES labs(id), "grantedBy" varchar REFERENCES accounts(id), "grantedAt" bigint NOT NULL)`,
  `CREATE UNIQUE INDEX role_grants_in_lab ON role_grants ("accountId", role, "labId") WHERE "labId" IS NOT NULL`,
  `CREATE UNIQUE INDEX role_grants_everywhere ON role_grants ("accountId", role) WHERE "labId" IS NULL`,
  // All members have to sign in once more: sessions now record where they are used.
  'DROP TABLE login_sessions',
  `CREATE TABLE login_sessions (
    "tokenHash" varchar PRIMARY KEY NOT NULL, id varchar NOT NULL,
    "accountId" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL,
    "lastUsedAt" bigint NOT NULL, address varchar NOT NULL, "userAgent" varchar NOT NULL)`,
  'CREATE UNIQUE INDEX login_sessions_id ON login_sessions (id)',
  'CREATE INDEX login_sessions_account ON login_sessions ("accountId")',
  `ALTER TABLE api_tokens ADD COLUMN scopes text NOT NULL DEFAULT
    '["account:read","account:write","jobs:read","jobs:write","labs:read","labs:write","people:read","people:write","billing:read","billing:write","network:admin"]'`,
  'ALTER TABLE labs ADD COLUMN "selfRegistration" boolean NOT NULL DEFAULT false',
  `CREATE TABLE account_codes (
    id varchar PRIMARY KEY NOT NULL, purpose varchar NOT NULL, "codeHash" varchar, "accountId" varchar REFERENCES accounts(id),
    "memberId" varchar REFERENCES members(id), email varchar NOT NULL, language varchar NOT NULL, data text NOT NULL,
    "createdBy" varchar REFERENCES accounts(id), "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL,
    "usedAt" bigint)`,
  'CREATE UNIQUE INDEX account_codes_hash ON account_codes ("codeHash")',
  'CREATE INDEX account_codes_email ON account_codes (email)',
  `CREATE TABLE mails (
    id varchar PRIMARY KEY NOT NULL, template varchar NOT NULL, address varchar NOT NULL, language varchar NOT NULL,
    "memberId" varchar REFERENCES members(id), "codeId" varchar REFERENCES account_codes(id), data text NOT NULL,
    state varchar NOT NULL, failure varchar, "createdAt" bigint NOT NULL, "settledAt" bigint)`,
  'CREATE INDEX mails_state ON mails (state)',
];

const inductions = [
  `CREATE TABLE machine_kinds (
    code varchar PRIMARY KEY NOT NULL, "nameFr" varchar NOT NULL, "nameEn" varchar NOT NULL,
    "inductionRequired" boolean NOT NULL)`,
  `INSERT INTO machine_kinds (code, "nameFr", "nameEn", "inductionRequired")
    VALUES ('printer', 'Imprimante 3D', '3D printer', false)`,
  `CREATE TABLE inductions (
    id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id),
    kind varchar NOT NULL REFERENCES machine_kinds(code), "labId" varchar NOT NULL REFERENCES labs(id),
    "grantedBy" varchar NOT NULL REFERENCES accounts(id), "grantedAt" bigint NOT NULL, "validUntil" bigint,
    "withdrawnBy" varchar REFERENCES accounts(id), "withdrawnAt" bigint, "withdrawnReason" varchar)`,
  'CREATE INDEX inductions_member ON inductions ("memberId", kind)',
];

/**
 * Personal values are in a table of their own: erasing a person deletes them; when and by whom an action was done
 * stays.
 */
const audit = [
  `CREATE TABLE audit_entries (
    id varchar PRIMARY KEY NOT NULL, at bigint NOT NULL, "actorKind" varchar NOT NULL, "actorId" varchar,
    address varchar, "requestId" varchar, action varchar NOT NULL, "subjectKind" varchar NOT NULL, "subjectId" varchar,
    "labId" varchar, before text, after text)`,
  'CREATE INDEX audit_entries_at ON audit_entries (at, id)',
  'CREATE INDEX audit_entries_subject ON audit_entries ("subjectId", at)',
  'CREATE INDEX audit_entries_actor ON audit_entries ("actorId", at)',
  `CREATE TABLE audit_personal_details (
    "entryId" varchar PRIMARY KEY NOT NULL REFERENCES audit_entries(id),
    "memberId" varchar NOT NULL REFERENCES members(id), before text, after text)`,
];

/** Roles were a list on the account; lab roles were valid in every lab, and stay so. */
async function moveRoles(runner: QueryRunner): Promise<void> {
  const rows: { id: string; roles: string; createdAt: string | number }[] = await runner.query(
    'SELECT id, roles, "createdAt" FROM accounts',
  );
  for (const { id, roles, createdAt } of rows)
    for (const role of new Set(JSON.parse(roles) as string[]))
      await runner.query(
        `INSERT INTO role_grants (id, "accountId", role, "grantedAt")
          VALUES ('${newId<string>()}', '${id}', '${role.replaceAll("'", "''")}', ${Number(createdAt)})`,
      );
  await runner.query('ALTER TABLE accounts DROP COLUMN roles');
}

/** People and rights: data about people, roles by lab, inductions, groups, and the audit trail. */
export class People1763945000000 implements MigrationInterface {
  name = 'People1763945000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...categories, ...people, ...organisations, ...groups, ...accounts]);
    await moveRoles(runner);
    await runAll(runner, [...inductions, ...audit]);
    await makeAppendOnly(runner, 'audit_entries');
    await refuse(runner, 'UPDATE', 'audit_personal_details');
    if (!isSqlite(runner)) await refuse(runner, 'TRUNCATE', 'audit_entries');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
