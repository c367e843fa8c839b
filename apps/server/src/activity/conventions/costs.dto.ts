import { fieldRule, type LabId, MOST_CENTS } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageSchema, partOf } from '../../platform/http/fields';
import { day } from './conventions.dto';

export const COST_KINDS = ['cost', 'in-kind'] as const;
const kind = z
  .enum(COST_KINDS)
  .meta({ id: 'CostKind', description: '`in-kind`: the value of what is lent or given, such as a room' });
export const MOST_HEADING = 120;
export const MOST_NOTE = 300;

export class NewCostDto extends createZodDto(
  z.object({
    kind,
    day,
    heading: lineOfText(MOST_HEADING),
    note: lineOfText(MOST_NOTE).nullable(),
    cents: z
      .number()
      .int()
      .min(-MOST_CENTS)
      .max(MOST_CENTS)
      .refine((cents) => cents !== 0, fieldRule('notNothing'))
      .describe('Below 0: money that came back'),
    labId: id<LabId>().nullable().describe('Null: the whole network'),
  }),
) {}
export class CostSearchDto extends createZodDto(pageSchema.extend({ kind: kind.optional() })) {}
export type CostSearch = z.infer<typeof CostSearchDto.schema>;

const cost = z
  .object({
    id: id(),
    kind,
    day: z.string(),
    heading: z.string(),
    note: z.string().nullable(),
    cents: z.number().int(),
    labId: id<LabId>().nullable(),
    isImported: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'ConventionCost' });
export class CostDto extends createZodDto(cost) {}
export class CostListDto extends createZodDto(
  partOf(cost).extend({
    costCents: z.number().int().describe('Of all costs of the agreement'),
    inKindCents: z.number().int(),
    headings: z.array(z.string()).describe('Headings that were used, for the next one'),
  }),
) {}

export const BROKEN_PARTS = ['columns', 'day', 'amount', 'heading', 'note', 'outside'] as const;
export type BrokenPart = (typeof BROKEN_PARTS)[number];

export class CostImportDto extends createZodDto(
  z
    .object({
      added: z.number().int().describe('Lines that are new; 0 while a line is broken'),
      known: z.number().int().describe('Lines that an earlier file had'),
      cents: z.number().int().describe('Of the new lines'),
      isStored: z.boolean(),
      broken: z
        .array(
          z
            .object({
              line: z.number().int().describe('Of the file, from 1'),
              part: z.enum(BROKEN_PARTS).meta({ id: 'BrokenCostPart' }),
              text: z.string().describe('What stands there'),
            })
            .meta({ id: 'BrokenCostLine' }),
        )
        .describe('The first 100 lines that cannot be read. With one of them, nothing is stored'),
    })
    .meta({ id: 'CostImport' }),
) {}

export const costImportFields = z.object({
  kind: z.enum(COST_KINDS).default('cost'),
  labId: id<LabId>().optional(),
  store: z.stringbool().default(false),
});

export const costImportBody = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        description: 'CSV of at most 5 MB: heading, day, amount, and a note or nothing',
      },
      kind: { type: 'string', enum: [...COST_KINDS], default: 'cost' },
      labId: { type: 'string', format: 'uuid', description: 'Without: the whole network' },
      store: { type: 'boolean', default: false, description: 'False: only says what would be stored' },
    },
  },
};
