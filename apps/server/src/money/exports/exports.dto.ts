import { REPORTED_KINDS, VAT_CATEGORIES } from '@pandafab/domain';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { FEC_ENCODINGS } from './fec/fec-file';
import { TABLE_FORMATS } from './tables/table-file';

const day = z.iso.date().describe('Day in Europe/Paris');
const cents = z.number().int();

const period = { from: day.describe('First day, in Europe/Paris'), to: day.describe('Last day') };
const isInOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to;
const ORDER = { path: ['to'], message: fieldRule('lastDay') };

export class PeriodDto extends createZodDto(z.object(period).refine(isInOrder, ORDER)) {}
export class FecQueryDto extends createZodDto(
  z
    .object({ ...period, encoding: z.enum(FEC_ENCODINGS).meta({ id: 'FecEncoding' }).default('utf-8') })
    .refine(isInOrder, ORDER),
) {}

const vatRow = z
  .object({
    categoryCode: z.enum(VAT_CATEGORIES),
    rateBasisPoints: z.number().int(),
    exemptionCode: z.string().nullable(),
    on: z.enum(['receipt', 'issue']).describe('When VAT becomes chargeable'),
    baseCents: cents,
    vatCents: cents,
  })
  .meta({ id: 'VatReportRow' });

export class VatReportDto extends createZodDto(
  z
    .object({ from: day, to: day, rows: z.array(vatRow), baseCents: cents, vatCents: cents })
    .meta({ id: 'VatReport' }),
) {}

const sales = z
  .object({
    day,
    kind: z.enum(REPORTED_KINDS).describe('TLB1 goods, TPS1 services, TNT1 without VAT'),
    rateBasisPoints: z.number().int(),
    count: z.number().int(),
    baseCents: cents,
    vatCents: cents,
  })
  .meta({ id: 'ReportedSales' });
const receipts = z
  .object({ day, rateBasisPoints: z.number().int(), cashedCents: cents })
  .meta({ id: 'ReportedReceipts' });

export class EReportingDto extends createZodDto(
  z
    .object({ from: day, to: day, sales: z.array(sales), receipts: z.array(receipts) })
    .meta({ id: 'EReporting' }),
) {}

export class EReportingTableDto extends createZodDto(
  z
    .object({
      ...period,
      part: z
        .enum(['sales', 'receipts'])
        .meta({ id: 'EReportingPart' })
        .describe('`sales`: flow 10.3; `receipts`: flow 10.4'),
    })
    .refine(isInOrder, ORDER),
) {}

/** The other parameters are those of the list. */
export class ListTableDto extends createZodDto(
  z.looseObject({ format: z.enum(TABLE_FORMATS).meta({ id: 'TableFormat' }).default('csv') }),
) {}
