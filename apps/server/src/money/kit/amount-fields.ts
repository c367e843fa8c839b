import { type Cents, fieldRule, MOST_CENTS } from '@pandafab/shared';
import { z } from 'zod';
import { lineOfText } from '../../platform/http/fields';

const isPositive = (decimal: string): boolean => Number(decimal) > 0;

/** A decimal with at most 4 places, as French electronic invoices allow. */
export const quantityField = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,4})?$/, fieldRule('decimal'))
  .refine(isPositive, fieldRule('moreThanNothing'))
  .describe('A decimal with at most 4 places, such as 2.5');

/** Euros with at most 6 places, as French electronic invoices allow. */
export const unitPriceField = z
  .string()
  .regex(/^\d{1,7}(\.\d{1,6})?$/, fieldRule('price'))
  .describe('Euros net of VAT, a decimal with at most 6 places, such as 83.4');

export const basisField = z.number().int().positive().max(1_000_000).describe('Units that the price is for');

export const percentField = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, fieldRule('percent'))
  .refine((percent) => isPositive(percent) && Number(percent) <= 100, fieldRule('percent'))
  .describe('A decimal above 0 and at most 100, with at most 2 places, such as 12.5');

/** Cents above 0, branded: zod has checked that they are whole. */
export const amountField = z.number().int().positive().max(MOST_CENTS) as unknown as z.ZodType<Cents, Cents>;

/** A discount of a line or of the whole, net of VAT. */
export const discountSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: percentField, label: lineOfText(120, 0) }),
    z.object({ kind: z.literal('amount'), cents: amountField, label: lineOfText(120, 0) }),
  ])
  .meta({ id: 'Discount' });

export const discountsField = z.array(discountSchema).max(5);

/** A discount after it was applied. */
export const appliedDiscountSchema = z
  .object({ label: z.string(), percent: z.string().nullable(), cents: z.number().int() })
  .meta({ id: 'AppliedDiscount' });
