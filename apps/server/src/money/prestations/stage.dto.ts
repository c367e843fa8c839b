import type { StageId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, lineOfText } from '../../platform/http/fields';
import { amountField, percentField } from '../kit/amount-fields';

const shareField = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: percentField }),
    z.object({ kind: z.literal('amount'), cents: amountField.describe('Net of VAT') }),
  ])
  .nullable()
  .describe('What the stage is invoiced with; null = nothing')
  .meta({ id: 'StageShare' });

const fields = {
  name: lineOfText(120),
  plannedOn: z.iso.date().nullable(),
  doneOn: z.iso.date().nullable(),
  share: shareField,
};

export class PutStagesDto extends createZodDto(
  z.object({
    version: z.number().int().min(0).describe('The version that was read; the answer has the next one'),
    stages: z
      .array(
        z
          .object({
            ...fields,
            id: id<StageId>().optional().describe('Left out for a new stage'),
            plannedOn: fields.plannedOn.default(null),
            doneOn: fields.doneOn.default(null),
            share: fields.share.default(null),
          })
          .meta({ id: 'EditedStage' }),
      )
      .max(50)
      .describe('In their order. A stage left out is deleted'),
  }),
) {}

export const stageSchema = z
  .object({
    id: id<StageId>(),
    position: z.number().int(),
    ...fields,
    isInvoiced: z.boolean().describe('An invoice of this stage was issued and is not credited in full'),
  })
  .meta({ id: 'Stage' });

export class SavedStagesDto extends createZodDto(
  z.object({ version: z.number().int(), stages: z.array(stageSchema) }),
) {}
