import { finalFiguresSchema, strippedSchema } from '@pandafab/lab-link';
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
import { attention, readingsSchema } from '../../network/machines/machines.dto';
import {
  causeSchema,
  id,
  instant,
  lineOfText,
  partOf,
  searchSchema,
  sortField,
} from '../../platform/http/fields';
import { goingOnWith } from '../../stock/spools/going-on-with';
import { analysisSchema, thumbnailsSchema } from '../files/file.dto';
import { findingSchema } from '../guard/finding.dto';
import { expectationSchema } from './expectation.dto';
import { copiesSchema } from './queue/copies.dto';
import { queueSchema } from './queue/queue.dto';
import { wishFields } from './queue/queue-fields';
import { waitingSchema } from './waiting.dto';

export const jobStateSchema = z
  .enum(['analysing', 'queued', 'running', 'stopped', 'done', 'refused', 'cancelled', 'redone'])
  .meta({ id: 'JobState' });
export const runStateSchema = z
  .enum(['assigned', 'accepted', 'printing', 'paused', 'done', 'cancelled', 'failed', 'interrupted'])
  .meta({ id: 'RunState' });

const materialFields = {
  material: lineOfText(60).optional().describe('The material to print with; the file’s own if left out'),
  insteadOf: lineOfText(200)
    .optional()
    .describe('To print with another material than the file is made for: the value of `fileMaterial`'),
};
/** What a job is to be made of, decided after it was submitted. */
export class MaterialDto extends createZodDto(z.object(materialFields)) {}

/** The fields that go with the file in a multipart submission. */
export const submitFieldsSchema = z.object({
  labId: id<LabId>(),
  onlyMachineId: id<MachineId>()
    .optional()
    .describe('The only machine of the lab that may take it; any machine if left out'),
  /** For whom; the submitter when absent. */
  memberId: id<MemberId>().optional(),
  /** The group that it is made for, by its category. */
  groupId: id<GroupId>().optional(),
  prestationId: id<PrestationId>().optional(),
  ...materialFields,
  ...wishFields,
  quantity: z.coerce.number().int().min(1).max(100).default(1),
});
export type SubmitFields = z.infer<typeof submitFieldsSchema>;

const progressSchema = z
  .object({
    phase: z.string(),
    fraction: z.number(),
    remainingSeconds: z.number().nullable(),
    readings: readingsSchema,
    needsPerson: attention.nullable(),
  })
  .meta({ id: 'RunProgress' });

export const runSchema = z
  .object({
    id: id<RunId>(),
    jobId: id<JobId>(),
    machineId: id<MachineId>(),
    state: runStateSchema,
    cause: causeSchema.nullable(),
    ...finalFiguresSchema.shape,
    spoolChanges: z
      .array(
        z.object({
          at: instant,
          tool: z.number().int(),
          spoolId: id<SpoolId>().nullable().describe('Null if unknown'),
          linesAcknowledged: z.number().int().describe('Lines that were acknowledged before it'),
          filamentUm: z.number().int().describe('What the tool had extruded by then, in micrometres'),
        }),
      )
      .describe('Spools that were changed during the run; each is charged for its part'),
    stripped: z
      .array(strippedSchema.meta({ id: 'StrippedCommand' }))
      .nullable()
      .describe('Commands that the guard removed while streaming; null if the agent did not report them'),
    assignedAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    progress: progressSchema.nullable().describe('What the lab reports now; null if it reports nothing'),
  })
  .meta({ id: 'Run' });

export const stepSchema = z
  .object({
    at: instant,
    runId: id<RunId>().nullable().describe('Null for a step of the job itself'),
    from: z.string().nullable().describe('Null for the first step'),
    to: z.string(),
    event: z.string(),
    cause: causeSchema.nullable(),
    actor: z
      .enum(['account', 'agent', 'server'])
      .describe('account: a person; agent: the lab’s agent; server: the service'),
    who: z
      .enum(['you', 'member', 'staff', 'other'])
      .nullable()
      .describe('Who the person is: you, the member the job is for, staff, or another member'),
    accountId: id<AccountId>().nullable().describe('The person’s account; staff only'),
    name: z.string().nullable().describe('Name of that person; staff only'),
  })
  .meta({ id: 'JobStep' });

export const jobSchema = z
  .object({
    id: id<JobId>(),
    batchId: id<BatchId>(),
    memberId: id<MemberId>(),
    labId: id<LabId>(),
    onlyMachineId: id<MachineId>()
      .nullable()
      .describe('The only machine that may take the job; null: any machine of the lab'),
    groupId: id<GroupId>().nullable().describe('The group that the job is for'),
    prestationId: id<PrestationId>().nullable(),
    fileName: z.string(),
    fileSha256: z.string(),
    material: z.string().nullable().describe('The requested material; null: the file’s own'),
    insteadOf: z
      .string()
      .nullable()
      .describe('The file’s material, as it was known when another material was chosen'),
    fileMaterial: z
      .string()
      .nullable()
      .describe(
        'The material that the file is made for, from its slicer settings or temperatures; null if unknown',
      ),
    state: jobStateSchema,
    redoOf: id<JobId>().nullable().describe('The stopped job that this one repeats'),
    redoneAs: id<JobId>().nullable().describe('The job that repeats this one; null in lists'),
    refusal: causeSchema.nullable().describe('Why the file cannot be made'),
    analysis: analysisSchema.nullable(),
    thumbnails: thumbnailsSchema,
    findings: z
      .array(findingSchema)
      .describe('What the guard found in the file, refusals first; in lists the twenty most serious'),
    position: z
      .number()
      .int()
      .nullable()
      .describe(
        'Its place in the queue of its lab, 1 for the first; null if the job is not waiting in a queue',
      ),
    expected: expectationSchema
      .nullable()
      .describe(
        'For a job in the queue: when it is expected to begin; null if no machine can take it as things are',
      ),
    queue: queueSchema.describe('Its place in the queue, and what people decided about it'),
    waiting: z
      .array(waitingSchema)
      .nullable()
      .describe('For a job in the queue: why each machine does not print it now; null in lists'),
    history: z.array(stepSchema).nullable().describe('The steps of the job, oldest first; null in lists'),
    usage: z
      .object({
        seconds: z.number().describe('Time on the machine'),
        milligrams: z.number().int(),
        valueCents: z.number().int().nullable().describe('What the print cost, or would have cost'),
        chargedCents: z.number().int().nullable().describe('0 for a free print'),
      })
      .meta({ id: 'JobUsage' })
      .nullable()
      .describe(
        'What the finished print used. Null before its end; the price is null without a tariff, and for those who may not read it',
      ),
    copies: copiesSchema
      .nullable()
      .describe(
        'In a list with `copies=together`: the copies that were submitted with this job; null if it is the only one',
      ),
    createdAt: instant,
    changedAt: instant,
    runs: z.array(runSchema),
  })
  .meta({ id: 'Job' });

export class JobDto extends createZodDto(jobSchema) {}
export class JobListDto extends createZodDto(partOf(jobSchema)) {}
export class SubmittedDto extends createZodDto(
  z.object({
    batchId: id<BatchId>(),
    jobs: z.array(jobSchema),
    notices: z
      .array(causeSchema)
      .describe('Notices for the person whom the job is for, such as a proof of residence that ends soon'),
  }),
) {}
export class JobQueryDto extends createZodDto(
  searchSchema.extend({
    labId: id<LabId>().optional(),
    memberId: id<MemberId>().optional(),
    prestationId: id<PrestationId>().optional(),
    batchId: id<BatchId>().optional().describe('Only the jobs of one submission, without those made again'),
    state: jobStateSchema.optional(),
    approval: z
      .enum(['none', 'asked', 'given'])
      .optional()
      .describe(
        'asked: only jobs that need, or needed, a manager’s yes; with `state=queued` those that wait for it',
      ),
    copies: z
      .enum(['each', 'together'])
      .optional()
      .describe('together: one job for each submission, with its `copies`, and none that was made again'),
    order: z
      .enum(['latest', 'queue'])
      .default('latest')
      .describe('latest: submitted last first; queue: as the queues of labs have them, the next first'),
    sort: sortField('fileName', 'createdAt', 'changedAt')
      .meta({ id: 'JobSort' })
      .optional()
      .describe('Instead of `order`. `changedAt`: by the latest change of the state, such as the end'),
  }),
) {}
export class RunCommandDto extends createZodDto(
  z.object({ action: z.enum(['pause', 'resume', 'cancel']), spoolId: goingOnWith }),
) {}
