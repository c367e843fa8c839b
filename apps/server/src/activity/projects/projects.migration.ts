import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Projects, and what belongs to them. */
export class Projects1764500214000 implements MigrationInterface {
  name = 'Projects1764500214000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE projects (
        id varchar PRIMARY KEY NOT NULL, title varchar NOT NULL, "foldedTitle" varchar, summary varchar NOT NULL,
        state varchar NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id),
        "organisationId" varchar REFERENCES organisations(id), "groupId" varchar REFERENCES member_groups(id),
        partners text NOT NULL, stages text NOT NULL, "startsOn" varchar NOT NULL, "endedOn" varchar, outcome varchar,
        "fileSha256" varchar, "fileType" varchar, "fileBytes" bigint, version bigint NOT NULL,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
      'CREATE INDEX projects_lab ON projects ("labId", "startsOn")',
      'CREATE INDEX projects_organisation ON projects ("organisationId")',
      'CREATE INDEX projects_picture ON projects ("fileSha256")',
      `CREATE TABLE project_people (
        id varchar PRIMARY KEY NOT NULL, "projectId" varchar NOT NULL REFERENCES projects(id),
        "memberId" varchar NOT NULL REFERENCES members(id), "addedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX project_people_one ON project_people ("projectId", "memberId")',
      'CREATE INDEX project_people_member ON project_people ("memberId")',
      `CREATE TABLE project_jobs (
        id varchar PRIMARY KEY NOT NULL, "projectId" varchar NOT NULL REFERENCES projects(id),
        "jobId" varchar NOT NULL REFERENCES jobs(id), "addedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX project_jobs_job ON project_jobs ("jobId")',
      'CREATE INDEX project_jobs_project ON project_jobs ("projectId")',
      `CREATE TABLE project_prestations (
        id varchar PRIMARY KEY NOT NULL, "projectId" varchar NOT NULL REFERENCES projects(id),
        "prestationId" varchar NOT NULL REFERENCES prestations(id), "addedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX project_prestations_one ON project_prestations ("prestationId")',
      'CREATE INDEX project_prestations_project ON project_prestations ("projectId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['project_prestations', 'project_jobs', 'project_people', 'projects'].map(
        (table) => `DROP TABLE ${table}`,
      ),
    );
  }
}
