import type { BatchId, JobId, LabId, MachineId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, instantInput, lineOfText } from '../../../platform/http/fields';
import { copiesSchema } from './copies.dto';
import { colourField, holdReason, labsField, priorityField, tagsField } from './queue-fields';

export const approvalSchema = z
  .object({
    state: z.enum(['none', 'asked', 'given']),
    reasons: z.array(causeSchema).describe('Why approval is or was asked for, or why it was not'),
  })
  .meta({ id: 'JobApproval' });

/** What people decided about a job, as the API shows it. */
export const queueSchema = z
  .object({
    version: z
      .number()
      .int()
      .describe('Raised by each change: a change names the version that its author saw'),
    readyBy: instant.nullable().describe('When it has to be ready'),
    dueIsFirm: z.boolean().describe('True: staff confirmed `readyBy`; false: it is a wish of the maker'),
    priority: priorityField,
    priorityReason: z.string().nullable().describe('Staff only'),
    movedSeconds: z.number().describe('Seconds by which staff moved it up (below 0) or down'),
    nextOn: id<MachineId>().nullable().describe('It goes before all other jobs on this machine'),
    held: z
      .object({ at: instant, by: z.enum(['staff', 'maker']), reason: z.string().nullable() })
      .meta({ id: 'JobHold' })
      .nullable()
      .describe('Who holds it; null: it is not held'),
    needsMaker: z.boolean().describe('True: it begins only while its member is there'),
    makerHereUntil: instant.nullable().describe('The member said that they are there until then'),
    colour: z.string().nullable().describe('The colour of the material; null: any'),
    tags: z.array(z.string()).describe('Words that the machine must have among its tags'),
    otherLabIds: z.array(id<LabId>()).describe('Other labs to which it may go while it waits'),
    labChangedAt: instant.nullable().describe('When it came from another lab; null: it did not'),
    approval: approvalSchema,
  })
  .meta({ id: 'JobQueuePart' });

const approvalField = z
  .discriminatedUnion('decision', [
    z.object({ decision: z.literal('given') }),
    z.object({
      decision: z.literal('refused'),
      words: lineOfText(300).describe('Why, for the maker'),
    }),
  ])
  .meta({ id: 'ApprovalDecision' });
const moveField = z
  .union([z.strictObject({ before: id<JobId>() }), z.strictObject({ after: id<JobId>() })])
  .describe('Moves it in the queue: before or after another waiting job of its lab');

/** Fields that a job's member may change too. */
const OF_MAKERS = {
  readyBy: instantInput.nullable().optional(),
  needsMaker: z.boolean().optional(),
  colour: colourField.nullable().optional().describe('Null: any'),
  tags: tagsField.optional(),
  otherLabIds: labsField.optional(),
  hold: z
    .object({ reason: holdReason.nullable().default(null) })
    .nullable()
    .optional()
    .describe('Null releases it. A member cannot release what staff hold'),
};
/** Fields that only the staff of the job's lab may change. */
const OF_STAFF = {
  dueIsFirm: z.boolean().optional(),
  priority: z.object({ steps: priorityField, reason: lineOfText(200) }).optional(),
  onlyMachineId: id<MachineId>()
    .nullable()
    .optional()
    .describe('The only machine that may take it; null: any machine of its lab'),
  nextOn: id<MachineId>().nullable().optional(),
  move: moveField.optional(),
  approval: approvalField.optional(),
};
export const STAFF_FIELDS = Object.keys(OF_STAFF) as (keyof typeof OF_STAFF)[];

export class QueueChangesDto extends createZodDto(
  z.object({ version: z.number().int().min(0).max(1e9), ...OF_MAKERS, ...OF_STAFF }),
) {}
/** What members change about all waiting copies of a batch. */
export class CopiesChangesDto extends createZodDto(
  z.object({
    version: z.number().int().min(0).max(1e9).describe('The version of the batch that the caller saw'),
    ...OF_MAKERS,
  }),
) {}
export type CopiesChanges = Omit<z.infer<typeof CopiesChangesDto.schema>, 'version'>;
export type QueueChanges = Omit<z.infer<typeof QueueChangesDto.schema>, 'version'>;

const counts = z.object({
  ...{ analysing: z.number().int(), queued: z.number().int(), running: z.number().int() },
  ...{ stopped: z.number().int(), done: z.number().int(), refused: z.number().int() },
  ...{ cancelled: z.number().int(), redone: z.number().int() },
});
const batchSchema = z
  .object({
    id: id<BatchId>(),
    memberId: id<MemberId>(),
    labId: id<LabId>(),
    fileName: z.string(),
    quantity: z.number().int().describe('The copies that were asked for'),
    version: z.number().int().describe('Raised by each change of one of its jobs'),
    counts: counts.describe('Its jobs by state, with those that were made again'),
    firstStartAt: instant.nullable().describe('When its first run began'),
    lastEndAt: instant.nullable().describe('When its last run ended; null while one is not over'),
    copies: copiesSchema,
    usage: z
      .object({
        seconds: z.number(),
        milligrams: z.number().int(),
        valueCents: z.number().int().nullable(),
        chargedCents: z.number().int().nullable(),
      })
      .meta({ id: 'BatchUsage' })
      .describe('What its finished prints used; prices are null if one of them has none, or may not be read'),
    createdAt: instant,
  })
  .meta({ id: 'Batch' });

export class BatchDto extends createZodDto(batchSchema) {}
export class SpreadDto extends createZodDto(
  z.object({
    version: z.number().int().min(0).max(1e9).describe('The version of the batch that the caller saw'),
    machineIds: z
      .array(id<MachineId>())
      .min(1)
      .max(100)
      .describe('Its waiting copies are pinned to these machines in turn'),
  }),
) {}
