import { PROJECT_STATES, PROJECT_STEPS } from '@pandafab/domain';
import type {
  GroupId,
  JobId,
  LabId,
  MemberId,
  OrganisationId,
  PrestationId,
  ProjectId,
  SessionId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, partOf, searchSchema, textBlock } from '../../platform/http/fields';

const stateField = z.enum(PROJECT_STATES).meta({ id: 'ProjectState' });
const stepField = z.enum(PROJECT_STEPS).meta({ id: 'ProjectStep' });
const day = z.iso.date();

const stageView = z.object({
  name: z.string(),
  plannedOn: z.string().nullable(),
  doneOn: z.string().nullable(),
});
const stageInput = z.object({
  name: lineOfText(120),
  plannedOn: day.nullable().default(null),
  doneOn: day.nullable().default(null),
});

const projectView = z
  .object({
    id: id<ProjectId>(),
    title: z.string(),
    summary: z.string(),
    state: stateField,
    labId: id<LabId>(),
    organisationId: id<OrganisationId>().nullable(),
    organisationName: z.string().nullable(),
    groupId: id<GroupId>().nullable(),
    groupName: z.string().nullable(),
    partners: z.array(z.string()).describe('Other partners, in the words of the staff'),
    stages: z.array(stageView),
    startsOn: z.string(),
    endedOn: z.string().nullable(),
    outcome: z.string().nullable(),
    hasPicture: z.boolean(),
    version: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'Project' });
export class ProjectListDto extends createZodDto(partOf(projectView)) {}

const jobView = z.object({
  jobId: id<JobId>(),
  fileName: z.string(),
  state: z.string(),
  labId: id<LabId>(),
  createdAt: instant,
});
const projectDetail = projectView
  .extend({
    steps: z.array(stepField).describe('What is possible in its state'),
    people: z.array(z.object({ memberId: id<MemberId>(), displayName: z.string(), addedAt: instant })),
    sessions: z.array(
      z.object({
        sessionId: id<SessionId>(),
        title: z.string(),
        titleEn: z.string().nullable(),
        kind: z.string(),
        state: z.string(),
        day: z.string(),
        from: instant,
      }),
    ),
    jobs: z.array(jobView),
    prestations: z.array(
      z.object({
        prestationId: id<PrestationId>(),
        reference: z.string(),
        title: z.string(),
        state: z.string(),
      }),
    ),
  })
  .meta({ id: 'ProjectDetail' });
export type ProjectDetail = z.input<typeof projectDetail>;
export type ProjectView = z.input<typeof projectView>;
export class ProjectDto extends createZodDto(projectDetail) {}

/** Jobs that can be added: of the project's people, group and client orders. */
export class ProjectJobChoicesDto extends createZodDto(z.object({ items: z.array(jobView) })) {}

const fields = {
  title: lineOfText(160),
  summary: textBlock(4000),
  organisationId: id<OrganisationId>().nullable(),
  groupId: id<GroupId>().nullable(),
  partners: z.array(lineOfText(160)).max(30),
  stages: z.array(stageInput).max(50),
  startsOn: day,
  outcome: textBlock(4000).nullable(),
};
export class NewProjectDto extends createZodDto(
  z.object({
    ...fields,
    labId: id<LabId>(),
    organisationId: fields.organisationId.default(null),
    groupId: fields.groupId.default(null),
    partners: fields.partners.default([]),
    stages: fields.stages.default([]),
    outcome: fields.outcome.default(null),
  }),
) {}
const changes = z.object(fields).partial();
export type ProjectChanges = z.infer<typeof changes>;
const version = z.number().int().describe('That the person saw');
export class ProjectChangesDto extends createZodDto(changes.extend({ version })) {}
export class ProjectStepDto extends createZodDto(z.object({ step: stepField, version })) {}
export class AddPrestationDto extends createZodDto(
  z.object({ reference: lineOfText(40).describe('As on its quote or invoice, such as PR-2026-0001') }),
) {}

const projectSearch = searchSchema.extend({
  labId: id<LabId>().optional(),
  state: stateField.optional(),
  organisationId: id<OrganisationId>().optional(),
});
export type ProjectSearch = z.infer<typeof projectSearch>;
export class ProjectSearchDto extends createZodDto(projectSearch) {}
