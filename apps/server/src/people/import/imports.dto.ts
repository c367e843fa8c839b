import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, pageSchema, partOf } from '../../platform/http/fields';

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
      dryRun: {
        type: 'boolean',
        default: false,
        description: 'True: write nothing, and only say what would be done',
      },
      labId: { type: 'string', format: 'uuid', description: 'The home lab for lines that name none' },
      evenIf: {
        type: 'string',
        enum: ['same-email'],
        description: '`same-email`: create the member although another one has this address, as in a family',
      },
    },
  },
};

const problemView = causeSchema
  .extend({
    line: z.number().int().describe('Line in the file, counted from 1'),
    column: z.string().nullable().describe('The heading in the file; null if the problem is not in one cell'),
  })
  .meta({ id: 'ImportProblem' });
export type ProblemView = z.input<typeof problemView>;

export class ImportReportDto extends createZodDto(
  z.object({
    dryRun: z.boolean(),
    importId: id().nullable().describe('Null if nothing was written'),
    lines: z.number().int(),
    members: z
      .number()
      .int()
      .describe('Members that were created, or would be, from the lines without problems'),
    problems: z.array(problemView).describe('If there is any problem, the import writes nothing'),
    ignoredColumns: z.array(z.string()).describe('Headings that the import does not know and ignores'),
  }),
) {}

export class ImportListDto extends createZodDto(
  partOf(
    z
      .object({
        id: id(),
        fileName: z.string(),
        members: z.number().int(),
        createdBy: id<AccountId>(),
        createdAt: instant,
        undoneBy: id<AccountId>().nullable(),
        undoneAt: instant.nullable(),
      })
      .meta({ id: 'Import' }),
  ),
) {}

export class UndoneDto extends createZodDto(
  z.object({
    removed: z.number().int(),
    kept: z
      .array(z.object({ id: id<MemberId>(), displayName: z.string(), why: z.array(causeSchema) }))
      .describe('Members that were kept, because their data has changed since'),
  }),
) {}
export class ImportPageDto extends createZodDto(pageSchema) {}
