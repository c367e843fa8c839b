import { type BankAccountId, Fault } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, id, instant, lineOfText, pageOf, pageSchema, partOf } from '../../platform/http/fields';
import { csvMapping } from './read/csv-mapping';
import { STATEMENT_FORMATS } from './read/statement';

const MOST_NAME = 60;
const fields = z.object({
  account: lineOfText(MOST_NAME, 0).optional(),
  mapping: z.string().optional(),
  withoutBroken: z.stringbool().default(false),
});

/** The fields that go with a file. */
export interface UploadFields {
  /** The name of the bank account; undefined where the file or its headings say it. */
  readonly account: string | undefined;
  readonly mapping: z.infer<typeof csvMapping> | undefined;
  /** Leave lines out that cannot be read, in place of importing nothing. */
  readonly withoutBroken: boolean;
}

/** @throws Fault BANK.MAPPING_UNFIT; ZodError for the other fields */
export function uploadFields(given: Readonly<Record<string, string>>): UploadFields {
  const { account, mapping, withoutBroken } = fields.parse(given);
  return {
    account: account || undefined,
    mapping: mapping ? readMapping(mapping) : undefined,
    withoutBroken,
  };
}

function readMapping(json: string) {
  try {
    return csvMapping.parse(JSON.parse(json));
  } catch (error) {
    throw new Fault('BANK.MAPPING_UNFIT', {}, { cause: error });
  }
}

export const previewBody = bodyWith({});
export const importBody = bodyWith({
  withoutBroken: {
    type: 'boolean',
    default: false,
    description: 'True: import the other lines if some cannot be read. Otherwise nothing is imported then',
  },
});

function bodyWith(more: object) {
  return {
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'CSV or CAMT.053 of at most 20 MB' },
        account: {
          type: 'string',
          maxLength: MOST_NAME,
          description:
            'Name of the bank account: an existing one, or a new one. Needed unless the file is known',
        },
        mapping: {
          type: 'string',
          description: 'Of CSV: JSON of a `CsvMapping`. If left out, the remembered or the guessed one',
        },
        ...more,
      },
    },
  };
}

const bankAccount = z
  .object({ id: id<BankAccountId>(), name: z.string(), iban: z.string().nullable() })
  .meta({ id: 'BankAccount' });
export class BankAccountListDto extends createZodDto(pageOf(bankAccount)) {}

const count = z.number().int();
const cents = z.number().int();
const day = z.iso.date();
const format = z.enum(STATEMENT_FORMATS).meta({ id: 'StatementFormat' });

const brokenLine = causeSchema
  .extend({ line: count.describe('Line of the CSV file, or number of the entry in CAMT.053, from 1') })
  .meta({ id: 'BrokenBankLine' });

const shownLine = z
  .object({
    line: count,
    day,
    cents: cents.describe('Below 0 went out'),
    text: z.string(),
    name: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .meta({ id: 'ReadBankLine' });

const mapping = csvMapping.meta({ id: 'CsvMapping' });

const preview = z
  .object({
    format,
    fileName: z.string(),
    account: bankAccount.nullable().describe('The account of the file, where it is known'),
    iban: z.string().nullable(),
    headings: z.array(z.string()).nullable().describe('Of CSV; null where the file has none'),
    samples: z.array(z.array(z.string())).describe('Of CSV: the cells of its first rows'),
    mapping: mapping.nullable().describe('Null for CAMT.053, and where no columns were found'),
    mappingFrom: z.enum(['request', 'memory', 'guess']).nullable(),
    fits: z.boolean().describe('False where the columns do not fit or were not found: choose them'),
    lines: count.describe('Lines that can be imported'),
    known: count.describe('Of these, the ones that an earlier file had'),
    inCents: cents,
    outCents: cents.describe('Not above 0'),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
    future: count.describe('Lines of days to come'),
    early: count.describe('Lines from before the first invoice'),
    skipped: count.describe('Lines without a movement'),
    missingCents: cents
      .nullable()
      .describe('What the lines lack of the difference of the balances; null where the file has no balances'),
    firstLines: z.array(shownLine),
    broken: z.array(brokenLine).describe('The first 500'),
    brokenCount: count,
  })
  .meta({ id: 'BankPreview' });
export type BankPreview = z.infer<typeof preview>;
export class BankPreviewDto extends createZodDto(preview) {}

const imported = z
  .object({
    statementId: id().nullable().describe('Null if the file had nothing new'),
    account: bankAccount,
    added: count,
    known: count.describe('Lines that an earlier file had: they are not booked twice'),
    broken: count,
    skipped: count,
  })
  .meta({ id: 'BankImport' });
export type BankImport = z.infer<typeof imported>;
export class BankImportDto extends createZodDto(imported) {}

const statement = z
  .object({
    id: id(),
    account: z.string(),
    ...{
      fileName: z.string(),
      format,
      firstDay: day,
      lastDay: day,
      added: count,
      known: count,
      broken: count,
    },
    open: count.describe('Its lines of money that came in and is not booked yet'),
    importedAt: instant,
  })
  .meta({ id: 'BankStatement' });
export type StatementView = z.infer<typeof statement>;
export class StatementListDto extends createZodDto(partOf(statement)) {}
export class StatementPageDto extends createZodDto(pageSchema) {}
