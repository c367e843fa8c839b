import { TARIFF_CATEGORIES } from '@pandafab/domain';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { lineOfText, pageOf } from '../../api/fields';

const amount = z.number().int().min(0).max(100_000_000).describe('Integer cents, net of VAT');
const materialPrice = z
  .object({ unitPriceCents: amount, basisGrams: z.number().int().positive().max(1_000_000) })
  .describe('Price of `basisGrams` grams, such as 8340 cents for 1000 g');

const categoryRates = z.object({
  free: z.boolean().describe('Free access: usage is valued at these rates and charged nothing'),
  machineHourCents: amount,
  materials: z.record(lineOfText(40), materialPrice),
  otherMaterials: materialPrice,
  setUpFeeCents: amount,
  minimumCents: amount,
});

export const tariffRatesSchema = z.object({
  currency: z.literal('EUR'),
  categories: z.record(z.enum(TARIFF_CATEGORIES), categoryRates),
});

/** Publishes a tariff, or the next version of the one that has this name. */
export class PublishTariffDto extends createZodDto(
  z.object({ name: lineOfText(80), rates: tariffRatesSchema }),
) {}

const tariffSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  standard: z.boolean().describe('Applies where no other tariff was chosen'),
  version: z.object({
    id: z.uuid(),
    number: z.number().int(),
    rates: tariffRatesSchema,
    createdAt: z.iso.datetime(),
  }),
});

export class TariffDto extends createZodDto(tariffSchema) {}
export class TariffListDto extends createZodDto(pageOf(tariffSchema)) {}
