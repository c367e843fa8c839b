import type { OrganisationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, partOf, searchSchema } from '../../platform/http/fields';
import { PARTNER_KINDS } from './partner.entity';

const kindField = z.enum(PARTNER_KINDS).meta({ id: 'PartnerKind' });

const partnerView = z
  .object({
    organisationId: id<OrganisationId>(),
    name: z.string(),
    city: z.string(),
    kind: kindField,
    neighbourhood: z.string().nullable(),
    priorityEducation: z.boolean().describe('In a priority education area (REP or REP+)'),
    version: z.number().int(),
    changedAt: instant,
  })
  .meta({ id: 'Partner' });
export type PartnerView = z.input<typeof partnerView>;
export class PartnerListDto extends createZodDto(partOf(partnerView)) {}
export class PartnerStateDto extends createZodDto(
  z.object({ partner: partnerView.nullable().describe('Null: the organisation is no partner of the labs') }),
) {}

export class PutPartnerDto extends createZodDto(
  z.object({
    kind: kindField,
    neighbourhood: lineOfText(80).nullable().default(null),
    priorityEducation: z.boolean().default(false),
    version: z.number().int().min(0).describe('That the person saw; 0 for a new partner'),
  }),
) {}

const partnerSearch = searchSchema.extend({
  kind: kindField.optional(),
  priorityEducation: z.stringbool().optional().describe('True: only those in a priority education area'),
});
export type PartnerSearch = z.infer<typeof partnerSearch>;
export class PartnerSearchDto extends createZodDto(partnerSearch) {}

export class NeighbourhoodListDto extends createZodDto(z.object({ items: z.array(z.string()) })) {}
