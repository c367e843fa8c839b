import type { LabId, UploadId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { paymentOfPrintSchema } from '../../money/member-accounts/payment-of-print.dto';
import { estimateSchema } from '../../money/pricing/usage-record.dto';
import { causeSchema, id, instant } from '../../platform/http/fields';
import { labMaterialSchema } from '../../stock/spools/materials.dto';
import { analysisSchema, thumbnailsSchema } from '../files/file.dto';
import { findingSchema } from '../guard/finding.dto';
import { expectationSchema } from '../jobs/expectation.dto';
import { jobSchema, submitFieldsSchema } from '../jobs/jobs.dto';
import { approvalSchema } from '../jobs/queue/queue.dto';
import { waitingSchema } from '../jobs/waiting.dto';

const uploadSchema = z
  .object({
    id: id<UploadId>(),
    fileName: z.string(),
    fileSha256: z.string(),
    bytes: z.number().int(),
    state: z
      .enum(['pending', 'analysed', 'refused'])
      .meta({ id: 'UploadState' })
      .describe('pending: the file is being read; refused: no machine can print it'),
    refusal: causeSchema.nullable().describe('Why the file cannot be made'),
    analysis: analysisSchema.nullable(),
    thumbnails: thumbnailsSchema,
    createdAt: instant,
    expiresAt: instant.describe('When the upload is deleted if it is not submitted before'),
  })
  .meta({ id: 'Upload' });

export class UploadDto extends createZodDto(uploadSchema) {}
export class UploadListDto extends createZodDto(z.object({ items: z.array(uploadSchema) })) {}

/** What is asked for of a file that was sent before. */
export class SubmitUploadDto extends createZodDto(submitFieldsSchema) {}
export class PreviewRequestDto extends createZodDto(submitFieldsSchema) {}

export class PreviewDto extends createZodDto(
  z.object({
    analysis: analysisSchema.describe(
      'As the machines that can print the file read it; the price is based on this',
    ),
    findings: z.array(findingSchema).describe('What the guards of the lab’s machines found in the file'),
    machines: z
      .array(waitingSchema)
      .describe(
        'Each machine of the lab with the reasons why it cannot print the file now; no reasons: it can',
      ),
    expected: expectationSchema
      .nullable()
      .describe(
        'When the first copy would begin if it were submitted now; null if no machine can take it as things are',
      ),
    expectedIn: id<LabId>().describe(
      'The lab that would begin it: of those that are named, the first to do so',
    ),
    lastEndAt: instant
      .nullable()
      .describe('When the last copy is expected to be done; null if one of them has no hour'),
    isInTime: z
      .boolean()
      .nullable()
      .describe('False: the last copy is expected after `readyBy`. Null without `readyBy` or `lastEndAt`'),
    fileMaterial: jobSchema.shape.fileMaterial,
    materials: z
      .array(
        labMaterialSchema.extend({
          fitsFile: z.boolean().describe('True if the file is made for this material'),
        }),
      )
      .describe('The lab’s materials, those on its machines first'),
    isUndecided: z
      .boolean()
      .describe(
        'True if the chosen material is not the file’s: submit with `insteadOf` set to `fileMaterial`',
      ),
    price: estimateSchema
      .nullable()
      .describe(
        'Estimate for one print, from the file’s figures. What is charged depends on what is really used. Null if the network has no tariff',
      ),
    payment: paymentOfPrintSchema.describe('Who pays for all copies, and whether their account covers it'),
    notices: z
      .array(causeSchema)
      .describe('Notices for the person whom the job is for, such as a proof of residence that ends soon'),
    approval: approvalSchema.describe('Whether the lab would ask for approval of this submission, and why'),
  }),
) {}
