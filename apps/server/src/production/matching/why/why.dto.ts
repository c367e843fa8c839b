import type { JobId, MachineId, MemberId, RunId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant } from '../../../platform/http/fields';
import { expectationSchema } from '../../jobs/expectation.dto';

const count = z.number().int();
const hours = z.number();

const scoreSchema = z
  .object({
    ...{ fairShare: hours, waiting: hours, priority: hours, dueDate: hours, moved: hours },
    sum: hours.describe('The lowest sum is first'),
  })
  .describe('The parts of a job’s score, in hours')
  .meta({ id: 'QueueScore' });

const shareSchema = z
  .object({
    payer: z.enum(['member', 'group', 'prestation']).describe('Who shares a fair share'),
    usedHours: hours.describe('Hours on machines that the payer used lately; old ones count less'),
    beforeHours: hours.describe('Hours that the payer has waiting before this job'),
  })
  .meta({ id: 'FairShare' });

const answerSchema = z
  .object({
    machineId: id<MachineId>(),
    code: z.enum([
      ...(['STARTS', 'CANNOT', 'TAKEN', 'EXPECTED', 'AWAY', 'KEPT', 'CHANGE', 'OTHERS_FIRST'] as const),
      ...(['WAITS_FOR_BUSY', 'SOONER_ELSEWHERE', 'SPECIAL', 'WORKED_MORE', 'NOT_EXPECTED'] as const),
    ]),
    reasons: z.array(causeSchema).describe('Why the machine cannot print it, as things are'),
    jobId: id<JobId>().nullable().describe('The other job that is meant, if the account may see it'),
    otherMachineId: id<MachineId>().nullable().describe('The machine that is better'),
    jobs: count.nullable().describe('Other jobs that are expected here before'),
    at: instant.nullable().describe('When it begins here, or until when the machine is kept'),
    needsChange: z.boolean().describe('True if a person has to change the machine’s spool before'),
  })
  .meta({ id: 'MachineAnswer' });

export const whyHereSchema = z
  .enum(['PUT_NEXT', 'ONLY_HERE', 'NO_OTHER_CAN', 'NO_CHANGE', 'SOONEST', 'ORDINARY', 'WORKED_LEAST'])
  .meta({ id: 'WhyHere' });

const decisionFields = {
  place: count.describe('1 is the first'),
  of: count.describe('The number of waiting jobs'),
  ...{ score: scoreSchema, share: shareSchema },
  machines: z.array(answerSchema),
};

const begunSchema = z
  .object({
    ...{ runId: id<RunId>(), machineId: id<MachineId>(), at: instant, ...decisionFields },
    whyHere: whyHereSchema,
  })
  .meta({ id: 'RecordedDecision' });

const jobWhySchema = z
  .object({
    waiting: z
      .object({
        ...decisionFields,
        stopped: z.array(causeSchema).describe('Why it waits for a person, whatever the machine'),
        ahead: z.object({
          count,
          samePayer: count.describe('Those of the same member, group or client order'),
          jobs: z
            .array(
              z.object({
                ...{ jobId: id<JobId>(), fileName: z.string(), memberId: id<MemberId>(), place: count },
              }),
            )
            .describe('The nearest of them that the account may see, at most ten'),
        }),
        expected: expectationSchema.nullable(),
        whyHere: whyHereSchema.nullable().describe('Null without an hour'),
      })
      .meta({ id: 'WaitingExplained' })
      .nullable()
      .describe('Null for a job that does not wait in a queue'),
    begun: z.array(begunSchema).describe('Each time it was given to a machine, the latest first'),
  })
  .meta({ id: 'JobWhy' });

const machineWhySchema = z
  .object({
    running: z
      .object({ jobId: id<JobId>(), fileName: z.string(), decision: begunSchema.nullable() })
      .nullable(),
    notReady: z.array(causeSchema).describe('Why it can begin nothing now'),
    kept: z
      .object({ jobId: id<JobId>(), fileName: z.string(), until: instant })
      .nullable()
      .describe('The later job for which it is kept'),
    change: z
      .object({ load: z.string(), jobs: count })
      .nullable()
      .describe('What a person should load, and how many jobs wait for it'),
    next: z
      .object({ jobId: id<JobId>(), fileName: z.string(), expected: expectationSchema })
      .nullable()
      .describe('The job that is expected here next'),
    ...{ waiting: count, fitting: count.describe('Waiting jobs that it can print as it is') },
    reasons: z
      .array(z.object({ cause: causeSchema, jobs: count }))
      .describe('Why it cannot print waiting jobs, with the number of jobs; the most frequent first'),
  })
  .meta({ id: 'MachineWhy' });

export class JobWhyDto extends createZodDto(jobWhySchema) {}
export class MachineWhyDto extends createZodDto(machineWhySchema) {}
export type JobWhy = z.input<typeof jobWhySchema>;
export type MachineWhy = z.input<typeof machineWhySchema>;
export type AnswerView = z.input<typeof answerSchema>;
export type DecisionView = Pick<z.input<typeof begunSchema>, 'place' | 'of' | 'score' | 'share' | 'machines'>;
