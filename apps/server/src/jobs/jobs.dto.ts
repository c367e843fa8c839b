import { attentionSchema, strippedSchema } from '@pandafab/lab-link';
import {
  type AccountId,
  type BatchId,
  type GroupId,
  guardSeverities,
  type JobId,
  type LabId,
  type MachineId,
  type MemberId,
  type PrestationId,
  type RunId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, pageOf, pageSchema } from '../api/fields';

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

/** The fields that go with the file in a multipart submission. */
export const submitFieldsSchema = z.object({
  labId: id<LabId>(),
  /** For whom; oneself when absent. */
  memberId: id<MemberId>().optional(),
  /** The group that it is made for, by its category. */
  groupId: id<GroupId>().optional(),
  prestationId: id<PrestationId>().optional(),
  material: z.string().trim().min(1).max(40).optional(),
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

const box = z.object({ x: z.number(), y: z.number(), z: z.number() });
const analysisSchema = z.object({
  lines: z.number(),
  commands: z.number(),
  filamentMm: z.array(z.number()).describe('Per tool, as the machine will take it from its spools'),
  layers: z.number(),
  timeSeconds: z.number().describe('By a model of the machine’s planner'),
  extents: z.object({
    extruding: z.object({ min: box, max: box }).nullable(),
    moves: z.object({ min: box, max: box }).nullable(),
  }),
  temperatures: z.object({
    firstLayerNozzle: z.number().nullable(),
    maxNozzle: z.number().nullable(),
    firstLayerBed: z.number().nullable(),
    maxBed: z.number().nullable(),
    firstLayerChamber: z.number().nullable().optional(),
    maxChamber: z.number().nullable().optional(),
    nozzles: z
      .array(z.object({ firstLayer: z.number().nullable(), max: z.number().nullable() }))
      .optional()
      .describe('Per tool'),
  }),
  slicer: z.object({ name: z.string(), version: z.string().nullable() }).nullable(),
  slicerEstimate: z.object({
    seconds: z.number().nullable(),
    filamentMm: z.array(z.number()).nullable(),
    filamentGrams: z.array(z.number()).nullable(),
    filamentType: z.string().nullable(),
  }),
  slicerSettings: z
    .object({
      printerModel: z.string().nullable(),
      flavour: z.string().nullable(),
      layerHeight: z.number().nullable(),
      firstLayerHeight: z.number().nullable(),
      nozzleDiameters: z.array(z.number()).nullable(),
      filamentTypes: z.array(z.string()).nullable(),
    })
    .optional()
    .describe('What the slicer was set to; files that an early analyser read have none'),
});

const findingSchema = causeSchema.extend({
  line: z.number().int().describe('The first line of its kind, counted from 1'),
  severity: z
    .enum(guardSeverities)
    .describe(
      'refuse: these machines do not take the file; strip: left out when it is streamed; warn: only said',
    ),
  command: z.string().describe('As it stands in the file, cut short; empty for moves and temperatures'),
  count: z.number().int().describe('How often in the file'),
  rule: z
    .string()
    .nullable()
    .describe('What a lab manager may allow for a machine to let it pass; null for what nobody may'),
  machineIds: z.array(id<MachineId>()).describe('The machines of the job’s lab for which it holds'),
});

export const stepSchema = z.object({
  at: instant,
  runId: id<RunId>().nullable().describe('Null for a step of the job itself'),
  from: z.string().nullable().describe('Null where it began'),
  to: z.string(),
  event: z.string(),
  cause: causeSchema.nullable(),
  actor: z.enum(['account', 'agent', 'server']).describe('A person, the lab’s agent, or the service itself'),
  accountId: id<AccountId>().nullable().describe('Which person; for staff only'),
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
  material: z.string().nullable(),
  state: jobStateSchema,
  redoOf: id<JobId>().nullable().describe('The stopped job that this one makes again'),
  redoneAs: id<JobId>().nullable().describe('The job that makes this one again; null in lists'),
  refusal: causeSchema.nullable().describe('Why the file cannot be made'),
  analysis: analysisSchema.nullable(),
  thumbnails: z
    .array(
      z.object({
        width: z.number(),
        height: z.number(),
        format: z.enum(['png', 'jpeg']),
        href: z.string().describe('Where the picture is, for whoever may see the job'),
      }),
    )
    .describe('Pictures that the slicer put into the file, the narrowest first'),
  findings: z
    .array(findingSchema)
    .describe('What guards have found in the file, refusals first; in lists the gravest twenty'),
  waiting: z
    .array(z.object({ machineId: id<MachineId>(), reasons: z.array(causeSchema) }))
    .nullable()
    .describe('Of a job in the queue: why each machine does not take it now; null in lists'),
  history: z.array(stepSchema).nullable().describe('What became of it, oldest first; null in lists'),
  createdAt: instant,
  changedAt: instant,
  runs: z.array(runSchema),
});

export class JobDto extends createZodDto(jobSchema) {}
export class JobListDto extends createZodDto(pageOf(jobSchema)) {}
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
  pageSchema.extend({
    labId: id<LabId>().optional(),
    memberId: id<MemberId>().optional(),
    state: jobStateSchema.optional(),
  }),
) {}
export class RunCommandDto extends createZodDto(
  z.object({ action: z.enum(['pause', 'resume', 'cancel']) }),
) {}
export class ThumbnailQueryDto extends createZodDto(
  z.object({
    width: z.coerce.number().int().min(1).max(4096).optional().describe('Of the place it is for, in pixels'),
  }),
) {}
