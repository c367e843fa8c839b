import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const cents = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, fieldRule('month'));
const MOST_MONTHS = 36;

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

export class FiguresQueryDto extends createZodDto(
  z
    .object({ from: month.describe('First month, as 2026-01'), to: month.describe('Last month') })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: fieldRule('lastDay') })
    .refine(({ from, to }) => monthsBetween(from, to) <= MOST_MONTHS, {
      ...{ path: ['to'], message: fieldRule('threeYearsAtMost') },
    }),
) {}

const monthFigures = z
  .object({
    month: z.string(),
    invoicedNetCents: cents.describe('Invoices and deposits minus credit notes, net of VAT'),
    invoicedGrossCents: cents,
    cashedCents: cents.describe('Payments minus refunds; without members’ money that paid an invoice'),
    openCents: cents.describe('What clients owed at the end of the month, or today'),
    lateCents: cents.describe('The part of it whose due date had passed'),
    quotesWon: z.number().int(),
    quotesWonNetCents: cents,
    quotesLost: z.number().int().describe('Refused or expired'),
    quotesLostNetCents: cents,
    freeValueCents: cents.describe('Value of prints minus what was charged for them'),
  })
  .meta({ id: 'MonthFigures' });

export class FiguresDto extends createZodDto(
  z
    .object({
      months: z.array(monthFigures),
      activities: z
        .array(
          z
            .object({ activity: z.string().nullable().describe('Null: not recorded'), netCents: cents })
            .meta({ id: 'ActivityFigure' }),
        )
        .describe('Invoiced net of VAT over all the months, the largest first'),
    })
    .meta({ id: 'BillingFigures' }),
) {}
