import { TARIFF_CATEGORIES } from '@pandafab/domain';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { instant, lineOfText } from '../../api/fields';

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, fieldRule('category'));

const fields = {
  nameFr: lineOfText(80),
  nameEn: lineOfText(80),
  tariff: z
    .enum(TARIFF_CATEGORIES)
    .exclude(['organisation'])
    .describe('By which rates; “resident” holds only with a proof of residence'),
  position: z.number().int().min(0).max(10_000).describe('In lists, from the lowest'),
};
export class NewCategoryDto extends createZodDto(z.object({ code, ...fields })) {}
export class CategoryChangesDto extends createZodDto(z.object(fields).partial()) {}
export class CategoryParamDto extends createZodDto(z.object({ code: lineOfText(40) })) {}

const categoryView = z.object({
  code: z.string(),
  nameFr: z.string(),
  nameEn: z.string(),
  tariff: z.enum(TARIFF_CATEGORIES),
  position: z.number().int(),
  retiredAt: instant.nullable().describe('Since then nobody new gets it; those that have it keep it'),
});
export class CategoryDto extends createZodDto(categoryView) {}
export class CategoryListDto extends createZodDto(
  z.object({ items: z.array(categoryView), total: z.number().int() }),
) {}
