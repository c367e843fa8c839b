import { attentionSchema, strippedSchema } from '@pandafab/lab-link';
import {
  type AccountId,
  type BatchId,
  type GroupId,
  type JobId,
  type LabId,
  type MachineId,
  type MemberId,
  type PrestationId,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, lineOfText, partOf, searchSchema } from '../api/fields';
import { analysisSchema, thumbnailsSchema } from '../files/file.dto';
import { findingSchema } from '../guard/finding.dto';
import { goingOnWith } from '../labs/labs.dto';
import { waitingSchema } from '../matching/waiting.dto';

export const jobStateSchema = z.enum([
  'analysing',
  'refused',
  'queued',
  'running',
  'done',
  'stopped',
  'cancelled',
  'redone',
]);
export const runStateSchema = z.enum([
  'assigned',
  'accepted',
  'printing',
  'paused',
  'done',
  'cancelled',
  'failed',
  'interrupted',
]);

const materialFields = {
  material: lineOfText(60).optional().describe('Made of this; what the file is made for when absent'),
  insteadOf: lineOfText(200)
    .optional()
    .describe('What the file is made for, where another material is asked for all the same: `fileMaterial`'),
};
/** What a job is to be made of, decided after it was submitted. */
export class MaterialDto extends createZodDto(z.object(materialFields)) {}

/** The fields that go with the file in a multipart submission. */
export const submitFieldsSchema = z.object({
  labId: id<LabId>(),
  /** For whom; oneself when absent. */
  memberId: id<MemberId>().optional(),
  /** The group that it is made for, by its category. */
  groupId: id<GroupId>().optional(),
  prestationId: id<PrestationId>().optional(),
  ...materialFields,
  quantity: z.coerce.number().int().min(1).max(100).default(1),
});
export type SubmitFields = z.infer<typeof submitFieldsSchema>;

const temperature = z.object({ actual: z.number(), target: z.number() }).nullable();

const progressSchema = z.object({
  phase: z.string(),
  fraction: z.number(),
  elapsedSeconds: z.number(),
  remainingSeconds: z.number().nullable(),
  nozzle: temperature,
  bed: temperature,
  needsPerson: attentionSchema.nullable(),
});

export const runSchema = z.object({
  id: id<RunId>(),
  jobId: id<JobId>(),
  machineId: id<MachineId>(),
  state: runStateSchema,
  cause: causeSchema.nullable(),
  linesSent: z.number(),
  linesAcknowledged: z.number(),
  resends: z.number(),
  filamentMm: z.array(z.number()).describe('Acknowledged net extrusion per tool'),
  spoolChanges: z
    .array(
      z.object({
        at: instant,
        tool: z.number().int(),
        spoolId: id<SpoolId>().nullable().describe('Null where nobody knows which'),
        line: z.number().int().describe('The last line that was acknowledged before it'),
        filamentMm: z.number().describe('What the tool had extruded by then'),
      }),
    )
    .describe('Other spools that were put on while it was under way: each is charged with its part'),
  exact: z.boolean().describe('False when a little more may have moved than was acknowledged'),
  seconds: z.number(),
  commandsSha256: z.string().nullable(),
  stripped: z
    .array(strippedSchema)
    .nullable()
    .describe('Commands that the guard left out while streaming; null where nobody has said'),
  assignedAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  progress: progressSchema.nullable().describe('What the lab says now; null when it says nothing'),
});

export const stepSchema = z.object({
  at: instant,
  runId: id<RunId>().nullable().describe('Null for a step of the job itself'),
  from: z.string().nullable().describe('Null where it began'),
  to: z.string(),
  event: z.string(),
  cause: causeSchema.nullable(),
  actor: z.enum(['account', 'agent', 'server']).describe('A person, the lab’s agent, or the service itself'),
  who: z
    .enum(['you', 'member', 'staff', 'other'])
    .nullable()
    .describe('Of a person: the reader, whoever it is made for, somebody of the staff, or another member'),
  accountId: id<AccountId>().nullable().describe('Which person; for staff only'),
  name: z.string().nullable().describe('How that person is called; for staff only'),
});

export const jobSchema = z.object({
  id: id<JobId>(),
  batchId: id<BatchId>(),
  memberId: id<MemberId>(),
  labId: id<LabId>(),
  groupId: id<GroupId>().nullable().describe('The group that it is made for'),
  prestationId: id<PrestationId>().nullable(),
  fileName: z.string(),
  fileSha256: z.string(),
  material: z.string().nullable().describe('Asked for; null: what the file is made for'),
  insteadOf: z
    .string()
    .nullable()
    .describe('What the file is made for, as whoever asked for another material knew'),
  fileMaterial: z
    .string()
    .nullable()
    .describe('What the file is made for, by its slicer or by its temperatures; null where it does not say'),
  state: jobStateSchema,
  redoOf: id<JobId>().nullable().describe('The stopped job that this one makes again'),
  redoneAs: id<JobId>().nullable().describe('The job that makes this one again; null in lists'),
  refusal: causeSchema.nullable().describe('Why the file cannot be made'),
  analysis: analysisSchema.nullable(),
  thumbnails: thumbnailsSchema,
  findings: z
    .array(findingSchema)
    .describe('What guards have found in the file, refusals first; in lists the gravest twenty'),
  waiting: z
    .array(waitingSchema)
    .nullable()
    .describe('Of a job in the queue: why each machine does not take it now; null in lists'),
  history: z.array(stepSchema).nullable().describe('What became of it, oldest first; null in lists'),
  createdAt: instant,
  changedAt: instant,
  runs: z.array(runSchema),
});

export class JobDto extends createZodDto(jobSchema) {}
export class JobListDto extends createZodDto(partOf(jobSchema)) {}
export class SubmittedDto extends createZodDto(
  z.object({
    batchId: id<BatchId>(),
    jobs: z.array(jobSchema),
    notices: z
      .array(causeSchema)
      .describe('What whoever it is for should know, such as a residence that ends soon'),
  }),
) {}
export class JobQueryDto extends createZodDto(
  searchSchema.extend({
    labId: id<LabId>().optional(),
    memberId: id<MemberId>().optional(),
    batchId: id<BatchId>().optional().describe('Of one submission, without what was made again'),
    state: jobStateSchema.optional(),
  }),
) {}
export class RunCommandDto extends createZodDto(
  z.object({ action: z.enum(['pause', 'resume', 'cancel']), spoolId: goingOnWith }),
) {}
