import type { UploadId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant } from '../api/fields';
import { estimateSchema } from '../billing/usage/usage-record.dto';
import { analysisSchema, thumbnailsSchema } from '../files/file.dto';
import { findingSchema } from '../guard/finding.dto';
import { jobSchema, submitFieldsSchema } from '../jobs/jobs.dto';
import { waitingSchema } from '../matching/waiting.dto';
import { labMaterialSchema } from '../materials/materials.dto';

const uploadSchema = z.object({
  id: id<UploadId>(),
  fileName: z.string(),
  fileSha256: z.string(),
  bytes: z.number().int(),
  state: z
    .enum(['pending', 'analysed', 'refused'])
    .describe('pending: it is being read; refused: it can be made nowhere'),
  refusal: causeSchema.nullable().describe('Why the file cannot be made'),
  analysis: analysisSchema.nullable(),
  thumbnails: thumbnailsSchema,
  createdAt: instant,
  expiresAt: instant.describe('When it is thrown away, unless it is submitted before'),
});

export class UploadDto extends createZodDto(uploadSchema) {}
export class UploadListDto extends createZodDto(z.object({ items: z.array(uploadSchema) })) {}
export class UploadParamDto extends createZodDto(z.object({ id: id<UploadId>() })) {}

/** What is asked for of a file that was sent before. */
export class SubmitUploadDto extends createZodDto(submitFieldsSchema) {}
export class WishDto extends createZodDto(submitFieldsSchema.omit({ quantity: true })) {}

export class PreviewDto extends createZodDto(
  z.object({
    analysis: analysisSchema.describe('As the machines read it that may make it: the price rests on it'),
    findings: z.array(findingSchema).describe('What the guards of the lab’s machines find in the file'),
    machines: z
      .array(waitingSchema)
      .describe('Each machine of the lab, and why it would not begin with it now; without reasons it would'),
    fileMaterial: jobSchema.shape.fileMaterial,
    materials: z
      .array(labMaterialSchema.extend({ fitsFile: z.boolean().describe('The file is made for it') }))
      .describe('What the lab has, what is on its machines first'),
    isUndecided: z
      .boolean()
      .describe(
        'Another material than the file’s is asked for: submitting it takes `insteadOf`, which is `fileMaterial`',
      ),
    price: estimateSchema
      .nullable()
      .describe(
        'Of one print, by the file’s own figures; what is charged in the end is what was really used. Null where the network has no tariff',
      ),
    notices: z
      .array(causeSchema)
      .describe('What whoever it is for should know, such as a residence that ends soon'),
  }),
) {}
