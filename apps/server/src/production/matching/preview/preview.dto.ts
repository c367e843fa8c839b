import type { JobId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id } from '../../../platform/http/fields';
import { expectationSchema } from '../../jobs/expectation.dto';
import { weightsInput } from '../../queue-weights/queue-weights.dto';

const count = z.number().int();
const placeSchema = z
  .object({ place: count.describe('1 is the first'), expected: expectationSchema.nullable() })
  .meta({ id: 'PlaceInQueue' });
const beforeAfterSchema = z.object({ before: count, after: count }).meta({ id: 'BeforeAndAfter' });

const previewSchema = z
  .object({
    isExample: z
      .boolean()
      .describe('True if no job waits: a small queue that does not exist shows what the weights do'),
    jobs: z
      .array(
        z
          .object({
            jobId: id<JobId>().nullable().describe('Null in an example'),
            memberId: id<MemberId>().nullable().describe('Null in an example'),
            name: z.string().describe('The name of the job’s file'),
            isChanged: z.boolean(),
            laterBySeconds: z
              .number()
              .nullable()
              .describe('Seconds by which it begins later; negative: sooner; null without an hour'),
            ...{ before: placeSchema, after: placeSchema },
          })
          .meta({ id: 'PreviewedJob' }),
      )
      .describe('At most 100: first those that change most, then the others in their order'),
    summary: z
      .object({
        jobs: count,
        ...{ sooner: count, later: count },
        medianSeconds: z.number().describe('By how much jobs move that begin sooner or later'),
        ...{ mostSoonerSeconds: z.number(), mostLaterSeconds: z.number() },
        late: beforeAfterSchema.describe('Jobs expected to end after their due date'),
        changes: beforeAfterSchema.describe('Expected changes of spools'),
      })
      .meta({ id: 'PreviewSummary' }),
  })
  .meta({ id: 'QueuePreview' });

export class PreviewWeightsDto extends createZodDto(weightsInput) {}
export class QueuePreviewDto extends createZodDto(previewSchema) {}
export type QueuePreview = z.input<typeof previewSchema>;
