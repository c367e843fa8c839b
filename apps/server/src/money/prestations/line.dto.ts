import { isPayableLine } from '@pandafab/domain';
import type { ArticleId, PrestationLineId, StageId, UsageRecordId } from '@pandafab/shared';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField, unitField } from '../../platform/http/enums';
import { id, lineOfText } from '../../platform/http/fields';
import {
  appliedDiscountSchema,
  basisField,
  discountSchema,
  discountsField,
  quantityField,
  unitPriceField,
} from '../kit/amount-fields';
import { LINE_KINDS } from './prestation.entities';

/** More lines than any order has; a list of this length is still saved in less than a second. */
const MOST_LINES = 500;

const label = lineOfText(300);
const details = z.array(lineOfText(500)).max(20).default([]).describe('Printed under the label, one per row');
const cents = z.number().int();
const version = z.number().int().min(0).describe('The version that was read; the answer has the next one');

const given = { id: id<PrestationLineId>().optional().describe('Left out for a new line') };
const stageId = id<StageId>().nullable().default(null).describe('The stage to which the line belongs');
const discounts = discountsField.default([]);
const amount = { quantity: quantityField, basis: basisField.default(1), discounts, stageId };
const tax = {
  activity: lineOfText(60).describe('An activity of the seller’s settings, which decides the VAT'),
  nature: natureField.default('services'),
  servedOn: z.iso
    .date()
    .optional()
    .describe('Day of the service; if left out, it stays, and is today for a new line'),
};
const sold = { label, details, ...amount, unit: unitField.default('C62'), unitPrice: unitPriceField };

const machineTime = z.object({
  ...{ ...given, kind: z.literal('machine-time'), label, details, ...amount },
  quantity: quantityField.describe('Hours'),
  unitPrice: unitPriceField.optional().describe('The hour’s price in the tariff if left out'),
  servedOn: tax.servedOn,
});

/** Whether the amount fits on a document; another rule refuses what is not a decimal. */
const isPayable = (line: object): boolean => {
  const { quantity, unitPrice, basis } = line as Partial<Record<'quantity' | 'unitPrice', string>> & {
    basis: number;
  };
  return quantity === undefined || unitPrice === undefined || isPayableLine({ quantity, unitPrice, basis });
};
const TOO_LARGE = { path: ['quantity'], error: fieldRule('payable') };

const editedLine = z
  .discriminatedUnion('kind', [
    z.object({ ...given, ...sold, ...tax, kind: z.literal('typed') }),
    z.object({ ...given, ...sold, ...tax, kind: z.literal('article'), articleId: id<ArticleId>() }),
    machineTime,
    z.object({
      ...{ id: id<PrestationLineId>(), kind: z.literal('print'), label, discounts, stageId },
    }),
    z.object({ ...given, kind: z.literal('text'), label: lineOfText(1000), details, stageId }),
    z.object({ ...given, kind: z.literal('subtotal'), label, stageId }),
  ])
  .refine(isPayable, TOO_LARGE)
  .meta({ id: 'EditedLine' });
export type EditedLine = z.output<typeof editedLine>;

/** All lines of a prestation in their new order. */
export class PutLinesDto extends createZodDto(
  z.object({
    version,
    lines: z
      .array(editedLine)
      .max(MOST_LINES)
      .describe('In their order. A line left out is deleted, except lines of prints, which stay at the end'),
    discounts: discountsField.optional().describe('Discounts on the whole; unchanged if left out'),
  }),
) {}

/** One line, added after the others. */
export class AddLineDto extends createZodDto(
  z
    .object({
      ...sold,
      ...tax,
      articleId: id<ArticleId>().optional().describe('The article that was copied'),
    })
    .refine(isPayable, TOO_LARGE),
) {}

export const lineSchema = z
  .object({
    id: id<PrestationLineId>(),
    position: z.number().int(),
    kind: z.enum(LINE_KINDS).meta({ id: 'LineKind' }),
    usageRecordId: id<UsageRecordId>().nullable(),
    articleId: id<ArticleId>().nullable(),
    stageId: id<StageId>().nullable(),
    label: z.string(),
    details: z.array(z.string()),
    quantity: z.string(),
    unit: unitField,
    basis: z.number().int(),
    unitPrice: z.string(),
    discounts: z.array(discountSchema),
    netCents: cents.describe('0 for texts and subtotals'),
    subtotalCents: cents.nullable().describe('On a subtotal: the sum of the lines since the one before'),
    activity: z
      .string()
      .nullable()
      .describe('Null for prints and machine time: the seller’s settings name it'),
    nature: natureField.nullable(),
    servedOn: z.iso.date(),
  })
  .meta({ id: 'PrestationLine' });
export type LineView = z.infer<typeof lineSchema>;
export class PrestationLineDto extends createZodDto(lineSchema) {}

export const linesTotal = {
  linesCents: cents.describe('Sum of the lines, net of VAT'),
  discountCents: cents.describe('Sum of the discounts on the whole'),
  netCents: cents.describe('Sum of the lines minus the discounts on the whole, net of VAT'),
};

/** The lines after they were saved. */
export class SavedLinesDto extends createZodDto(
  z.object({
    version: z.number().int(),
    lines: z.array(lineSchema),
    discounts: z.array(discountSchema),
    ...linesTotal,
  }),
) {}

/** Lines whose amounts are calculated without saving them. */
export class CalculateLinesDto extends createZodDto(
  z.object({
    lines: z
      .array(
        z
          .object({
            kind: z.enum(LINE_KINDS),
            quantity: quantityField.optional(),
            unitPrice: unitPriceField.optional(),
            basis: basisField.default(1),
            discounts,
          })
          .meta({ id: 'LineToCalculate' }),
      )
      .max(MOST_LINES),
    discounts: discountsField.default([]),
  }),
) {}

export class CalculatedLinesDto extends createZodDto(
  z.object({
    lines: z
      .array(
        z
          .object({
            netCents: cents.nullable().describe('Null: the line is incomplete, or its amount too large'),
            discounts: z.array(appliedDiscountSchema),
            subtotalCents: cents.nullable(),
          })
          .meta({ id: 'CalculatedLine' }),
      )
      .describe('In the order of the request'),
    discounts: z.array(appliedDiscountSchema),
    ...linesTotal,
  }),
) {}
