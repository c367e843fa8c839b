import type { ArticleId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField, unitField } from '../../platform/http/enums';
import {
  id,
  instant,
  lineOfText,
  partOf,
  searchSchema,
  sortField,
  textBlock,
} from '../../platform/http/fields';
import { basisField, unitPriceField } from '../kit/amount-fields';

const fields = {
  code: lineOfText(30).nullable().describe('A short code of your own; no two articles have the same'),
  nameFr: lineOfText(200),
  nameEn: lineOfText(200),
  descriptionFr: textBlock(1000).nullable(),
  descriptionEn: textBlock(1000).nullable(),
  unit: unitField,
  unitPrice: unitPriceField,
  basis: basisField,
  activity: lineOfText(60).describe('An activity of the seller’s settings, which decides the VAT'),
  nature: natureField,
};

export class NewArticleDto extends createZodDto(
  z.object({
    ...fields,
    code: fields.code.default(null),
    descriptionFr: fields.descriptionFr.default(null),
    descriptionEn: fields.descriptionEn.default(null),
    unit: fields.unit.default('C62'),
    basis: fields.basis.default(1),
  }),
) {}
export class ArticleChangesDto extends createZodDto(z.object(fields).partial()) {}

const articleView = z
  .object({
    id: id<ArticleId>(),
    code: z.string().nullable(),
    nameFr: z.string(),
    nameEn: z.string(),
    descriptionFr: z.string().nullable(),
    descriptionEn: z.string().nullable(),
    unit: unitField,
    unitPrice: z.string(),
    basis: z.number().int(),
    activity: z.string(),
    nature: natureField,
    createdAt: instant,
    archivedAt: instant.nullable(),
  })
  .meta({ id: 'Article' });
export type ArticleView = z.input<typeof articleView>;
export class ArticleDto extends createZodDto(articleView) {}
export class ArticleListDto extends createZodDto(partOf(articleView)) {}

const articleSearch = searchSchema.extend({
  activity: lineOfText(60).optional(),
  archived: z.stringbool().default(false).describe('True: only archived articles; false: only the others'),
  sort: sortField('nameFr', 'nameEn', 'code').meta({ id: 'ArticleSort' }).default('nameFr'),
});
export type ArticleSearch = z.infer<typeof articleSearch>;
export class ArticleSearchDto extends createZodDto(articleSearch) {}
