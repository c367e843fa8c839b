import { BOOKED_KINDS, CLOSURE_PERIODS, VAT_CATEGORIES } from '@pandafab/domain';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, pageOf, pageSchema } from '../../platform/http/fields';

const cents = z.number().int();
const count = z.number().int();
const day = z.iso.date().describe('Day in Europe/Paris');
const periodField = z.enum(CLOSURE_PERIODS).meta({ id: 'ClosurePeriod' });
const monthField = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const totalsSchema = z
  .object({
    documents: z.array(
      z.object({
        kind: z.enum(BOOKED_KINDS),
        ...{ count, netCents: cents, vatCents: cents, grossCents: cents },
      }),
    ),
    vat: z
      .array(
        z.object({
          categoryCode: z.enum(VAT_CATEGORIES),
          ...{ rateBasisPoints: z.number().int(), baseCents: cents, vatCents: cents },
        }),
      )
      .describe('Credit notes are taken off'),
    payments: z.array(z.object({ means: z.string(), count, inCents: cents, outCents: cents })),
    accounts: z.array(z.object({ kind: z.string(), count, cents })).describe('Accounts of members'),
  })
  .meta({ id: 'ClosureTotals' });

const closureSchema = z
  .object({
    id: id(),
    number: z.string().describe('J-2026-11-30, M-2026-11 or A-2026'),
    period: periodField,
    firstDay: day,
    lastDay: day,
    totals: totalsSchema,
    perpetual: z
      .object({ soldCents: cents, receivedCents: cents })
      .describe('Since the first day of the books; never begins again'),
    at: instant,
  })
  .meta({ id: 'Closure' });

export class ClosureDto extends createZodDto(closureSchema) {}

export class ClosureListDto extends createZodDto(
  pageOf(closureSchema).extend({
    closedUntil: day.nullable().describe('The last closed day'),
    openMonths: z.array(monthField).describe('Months that are over and have open days'),
    unclosedMonths: z
      .array(monthField)
      .describe('Months whose days are closed, and which are not closed themselves'),
  }),
) {}

export class ClosureSearchDto extends createZodDto(pageSchema.extend({ period: periodField.optional() })) {}

export class ClosePeriodDto extends createZodDto(
  z.object({
    period: z
      .union([monthField, z.string().regex(/^\d{4}$/)])
      .describe('A month such as 2026-11, or a year such as 2026'),
  }),
) {}
