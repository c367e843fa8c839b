import { WEIGHT_NAMES, WEIGHT_RULES, type WeightName, type WeightRule } from '@pandafab/domain';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** One field for each weight of the table. */
const fieldsOf = <Field>(fieldOf: (rule: WeightRule) => Field): Record<WeightName, Field> =>
  Object.fromEntries(WEIGHT_NAMES.map((name) => [name, fieldOf(WEIGHT_RULES[name])])) as Record<
    WeightName,
    Field
  >;

/** Null stands for the default. */
export const weightsInput = z
  .object(fieldsOf(({ min, max }) => z.number().min(min).max(max).nullable()))
  .partial()
  .describe('Weights that are left out, or null, have their default');

const weightSchema = z
  .object({
    name: z.enum(WEIGHT_NAMES),
    unit: z.enum(['hours', 'days', 'times']).describe('`times`: hours of place for one hour of something'),
    ...{ value: z.number(), default: z.number(), min: z.number(), max: z.number() },
    step: z.number().describe('By so much a page changes it at a time'),
  })
  .meta({ id: 'QueueWeight' });

export class SetQueueWeightsDto extends createZodDto(weightsInput) {}
export class QueueWeightsDto extends createZodDto(
  z.object({ weights: z.array(weightSchema) }).meta({ id: 'QueueWeights' }),
) {}
