import type { StageId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField } from '../../platform/http/enums';
import { id, lineOfText } from '../../platform/http/fields';
import { amountField, basisField, discountsField, quantityField } from '../kit/amount-fields';
import { lineTaxSchema } from './paper-content.dto';

const cents = z.number().int();

/** A line without its price, and the amount with tax that it must come to. */
export class PriceWithTaxQueryDto extends createZodDto(
  z.object({
    grossCents: amountField.describe('The amount of the line with tax'),
    quantity: quantityField,
    basis: basisField.default(1),
    discounts: discountsField.default([]),
    activity: lineOfText(60).nullable().default(null).describe('Null for prints and machine time'),
    nature: natureField.nullable().default(null).describe('Null: that of prints'),
    stageId: id<StageId>().nullable().default(null),
    servedOn: z.iso.date().optional().describe('Day of the service; today if left out'),
  }),
) {}

const price = z
  .object({
    unitPrice: z.string().describe('Euros net of VAT, with at most 6 decimals'),
    netCents: cents,
    vatCents: cents.describe('VAT of this line alone'),
    grossCents: cents,
  })
  .meta({ id: 'LinePrice' });

/** The price of a line for an amount with tax. */
export class PriceWithTaxDto extends createZodDto(
  z
    .object({
      tax: lineTaxSchema.describe('How the line is taxed'),
      exact: price.nullable().describe('Null where no price leads to exactly this amount'),
      below: price.nullable().describe('Without an exact price: the nearest lower amount that has one'),
      above: price.nullable().describe('Without an exact price: the nearest higher amount that has one'),
    })
    .meta({ id: 'PriceWithTax' }),
) {}
