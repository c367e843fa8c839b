import type { TariffId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tariffGroupField } from '../../platform/http/enums';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';

const amount = z.number().int().min(0).max(100_000_000).describe('Integer cents, net of VAT');
const materialPrice = z
  .object({ unitPriceCents: amount, basisGrams: z.number().int().positive().max(1_000_000) })
  .describe('Price of `basisGrams` grams, such as 8340 cents for 1000 g')
  .meta({ id: 'MaterialPrice' });

const categoryRates = z
  .object({
    free: z
      .boolean()
      .describe('True for free prints: their value is calculated with these rates, and nothing is charged'),
    machineHourCents: amount,
    materials: z.record(lineOfText(40), materialPrice),
    otherMaterials: materialPrice,
    setUpFeeCents: amount,
    minimumCents: amount,
  })
  .meta({ id: 'CategoryRates' });

export const tariffRatesSchema = z
  .object({
    currency: z.literal('EUR'),
    categories: z.record(tariffGroupField, categoryRates),
  })
  .meta({ id: 'TariffRates' });

/** Figures of a print, for which every group's price is calculated. */
export class CalculationRequestDto extends createZodDto(
  z.object({
    tariffId: id<TariffId>().optional().describe('The standard tariff if absent'),
    rates: tariffRatesSchema.optional().describe('Prices that are not published yet, instead of a tariff'),
    seconds: z.number().min(0).max(10_000_000).describe('Machine time'),
    materials: z
      .array(
        z.object({
          material: lineOfText(40, 0).describe('Empty for an unnamed material'),
          milligrams: z.number().int().min(0).max(1_000_000_000),
        }),
      )
      .max(16),
  }),
) {}

/** Publishes a tariff, or the next version of the one that has this name. */
export class PublishTariffDto extends createZodDto(
  z.object({
    name: lineOfText(80),
    rates: tariffRatesSchema,
    inForceFrom: z.iso.date().optional().describe('First day of these prices; today if absent'),
  }),
) {}

const versionSchema = z
  .object({
    id: id(),
    number: z.number().int(),
    rates: tariffRatesSchema,
    inForceFrom: z.iso.date().describe('First day of these prices, in Europe/Paris'),
    createdAt: instant,
  })
  .meta({ id: 'TariffVersion' });

const tariffSchema = z
  .object({
    id: id(),
    name: z.string(),
    standard: z.boolean().describe('True for the tariff that applies if no other one was chosen'),
    version: versionSchema.describe('The version that applies today; after a publication, the published one'),
  })
  .meta({ id: 'Tariff' });

export class TariffDto extends createZodDto(tariffSchema) {}
export class TariffListDto extends createZodDto(pageOf(tariffSchema)) {}
export class TariffVersionListDto extends createZodDto(pageOf(versionSchema)) {}
