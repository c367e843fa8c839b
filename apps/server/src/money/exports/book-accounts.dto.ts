import { coversEverything, VAT_CATEGORIES } from '@pandafab/domain';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField } from '../../platform/http/enums';
import { instant, lineOfText, pageOf } from '../../platform/http/fields';

/** As the tax office reads it: three digits, then digits or capital letters. */
const accountSchema = z
  .object({
    number: z.string().regex(/^\d{3}[0-9A-Z]{0,13}$/, fieldRule('bookAccount')),
    label: lineOfText(100).describe('In French, as in the chart of accounts'),
  })
  .meta({ id: 'BookAccount' });

const journalSchema = z
  .object({
    code: z.string().regex(/^[0-9A-Z]{1,6}$/, fieldRule('journalCode')),
    label: lineOfText(100),
  })
  .meta({ id: 'BookJournal' });

const incomeSchema = z
  .object({
    activity: lineOfText(500).nullable().describe('Null: any'),
    nature: natureField.nullable().describe('Null: goods and services'),
    category: z.enum(VAT_CATEGORIES).nullable().describe('Null: however it is taxed'),
    account: accountSchema,
  })
  .meta({ id: 'IncomeRule' });

const accounts = {
  clients: accountSchema,
  deposits: accountSchema,
  membersMoney: accountSchema,
  income: z.array(incomeSchema).max(200),
  vat: z
    .array(
      z
        .object({ rateBasisPoints: z.number().int().positive().max(10_000), account: accountSchema })
        .meta({ id: 'VatAccount' }),
    )
    .max(30),
  otherVat: accountSchema,
  sales: journalSchema,
  money: z
    .array(z.object({ account: accountSchema, journal: journalSchema }).meta({ id: 'MoneyAccount' }))
    .max(50),
  other: journalSchema,
};

export class PutBookAccountsDto extends createZodDto(
  z
    .object({
      ...accounts,
      income: accounts.income.refine(coversEverything, fieldRule('incomeForEverything')),
      inForceFrom: z.iso
        .date()
        .optional()
        .describe('Entries from this day on are exported with these accounts; today if left out'),
    })
    .meta({ id: 'BookAccountsChange' }),
) {}

export class BookAccountsDto extends createZodDto(
  z
    .object({
      ...accounts,
      inForceFrom: z.iso.date().nullable().describe('Null: the accounts of the installation'),
    })
    .meta({ id: 'BookAccounts' }),
) {}

export class BookAccountsListDto extends createZodDto(
  pageOf(
    z
      .object({ inForceFrom: z.iso.date(), recordedAt: instant, accounts: z.object(accounts) })
      .meta({ id: 'BookAccountsVersion' }),
  ),
) {}
