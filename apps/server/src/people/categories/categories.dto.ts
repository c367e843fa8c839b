import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tariffGroupField } from '../../platform/http/enums';
import { instant, lineOfText } from '../../platform/http/fields';

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, fieldRule('category'));

const fields = {
  nameFr: lineOfText(80),
  nameEn: lineOfText(80),
  tariff: tariffGroupField
    .exclude(['organisation'])
    .describe('Which rates apply. `resident` needs a proof of residence'),
  position: z.number().int().min(0).max(10_000).describe('Place in lists, lowest first'),
};
export class NewCategoryDto extends createZodDto(z.object({ code, ...fields })) {}
export class CategoryChangesDto extends createZodDto(z.object(fields).partial()) {}

const categoryView = z
  .object({
    code: z.string(),
    nameFr: z.string(),
    nameEn: z.string(),
    tariff: tariffGroupField,
    position: z.number().int(),
    retiredAt: instant
      .nullable()
      .describe('When it was retired: members who have it keep it, no others can get it'),
  })
  .meta({ id: 'MemberCategory' });
export class CategoryDto extends createZodDto(categoryView) {}
export class CategoryListDto extends createZodDto(
  z.object({ items: z.array(categoryView), total: z.number().int() }),
) {}
