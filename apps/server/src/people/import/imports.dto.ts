import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, pageSchema, partOf } from '../../api/fields';

/** The fields that go with the file. */
export const importFields = z.object({
  dryRun: z.stringbool().default(false),
  labId: id<LabId>().optional(),
  evenIf: z.literal('same-email').optional(),
});

export const importBody = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'CSV: at most 5000 members and 2 MB' },
      dryRun: { type: 'boolean', default: false, description: 'Only say what would be done' },
      labId: { type: 'string', format: 'uuid', description: 'The home lab of lines that name none' },
      evenIf: { type: 'string', enum: ['same-email'], description: 'Families share an address' },
    },
  },
};

const problemView = causeSchema.extend({
  line: z.number().int().describe('In the file, counted from 1'),
  column: z.string().nullable().describe('The heading as the file has it; null where it is not one cell’s'),
});
export type ProblemView = z.input<typeof problemView>;

export class ImportReportDto extends createZodDto(
  z.object({
    dryRun: z.boolean(),
    importId: z.uuid().nullable().describe('Null where nothing was written'),
    lines: z.number().int(),
    members: z.number().int().describe('Made, or to be made as far as their lines are right'),
    problems: z.array(problemView).describe('With any of them, an import that is no dry run writes nothing'),
    ignoredColumns: z.array(z.string()).describe('Headings that mean nothing here'),
  }),
) {}

export class ImportListDto extends createZodDto(
  partOf(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      members: z.number().int(),
      createdBy: id<AccountId>(),
      createdAt: instant,
      undoneBy: id<AccountId>().nullable(),
      undoneAt: instant.nullable(),
    }),
  ),
) {}

export class UndoneDto extends createZodDto(
  z.object({
    removed: z.number().int(),
    kept: z
      .array(z.object({ id: id<MemberId>(), displayName: z.string(), why: z.array(causeSchema) }))
      .describe('Members with whom something has happened since'),
  }),
) {}
export class ImportPageDto extends createZodDto(pageSchema) {}
export class ImportParamDto extends createZodDto(z.object({ id: z.uuid() })) {}
