import { fieldRule, isSiren, isSiret, isVatNumber, type OrganisationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { countryField, id, instant, lineOfText, partOf, searchSchema } from '../../platform/http/fields';
import { ORGANISATION_KINDS } from './organisation.entity';

/** Papers print these numbers in groups. */
const withoutSpaces = lineOfText(60, 0).transform((text) => text.replace(/[\s.]/g, '').toUpperCase());
const checked = (valid: (text: string) => boolean, message: string) =>
  withoutSpaces.pipe(z.string().refine(valid, message)).nullable();

const kindField = z.enum(ORGANISATION_KINDS).meta({ id: 'OrganisationKind' });

const fields = {
  kind: kindField,
  name: lineOfText(200),
  addressLine: lineOfText(200),
  postcode: lineOfText(12),
  city: lineOfText(100),
  countryCode: countryField,
  siren: checked(isSiren, fieldRule('siren')),
  siret: checked(isSiret, fieldRule('siret')),
  vatNumber: checked(isVatNumber, fieldRule('vatNumber')),
  email: z.email().max(254).nullable(),
  serviceCode: lineOfText(100).nullable().describe('Chorus Pro: the department of a public body'),
  engagementNumber: lineOfText(50)
    .nullable()
    .describe('The order number of new prestations, if one number applies to all of them'),
  requiresServiceCode: z.boolean().describe('Chorus Pro: this buyer refuses invoices without service code'),
  requiresEngagement: z.boolean().describe('Chorus Pro: this buyer refuses invoices without order number'),
};

export class NewOrganisationDto extends createZodDto(
  z.object({
    ...fields,
    kind: fields.kind.default('client'),
    countryCode: fields.countryCode.default('FR'),
    siren: fields.siren.default(null),
    siret: fields.siret.default(null),
    vatNumber: fields.vatNumber.default(null),
    email: fields.email.default(null),
    serviceCode: fields.serviceCode.default(null),
    engagementNumber: fields.engagementNumber.default(null),
    requiresServiceCode: fields.requiresServiceCode.default(false),
    requiresEngagement: fields.requiresEngagement.default(false),
  }),
) {}
export class OrganisationChangesDto extends createZodDto(z.object(fields).partial()) {}

const organisationView = z
  .object({
    id: id<OrganisationId>(),
    kind: kindField,
    name: z.string(),
    addressLine: z.string(),
    postcode: z.string(),
    city: z.string(),
    countryCode: z.string(),
    siren: z.string().nullable(),
    siret: z.string().nullable(),
    vatNumber: z.string().nullable(),
    email: z.string().nullable(),
    serviceCode: z.string().nullable(),
    engagementNumber: z.string().nullable(),
    requiresServiceCode: z.boolean(),
    requiresEngagement: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.input<typeof organisationView>;
export class OrganisationDto extends createZodDto(organisationView) {}
export class OrganisationListDto extends createZodDto(partOf(organisationView)) {}

const organisationSearch = searchSchema.extend({
  kind: kindField.optional(),
  sort: z
    .enum(['name', '-name', 'createdAt', '-createdAt'])
    .meta({ id: 'OrganisationSort' })
    .default('name')
    .describe('A leading - reverses the order'),
});
export type OrganisationSearch = z.infer<typeof organisationSearch>;
export class OrganisationSearchDto extends createZodDto(organisationSearch) {}
