import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { countryField, lineOfText } from '../../../platform/http/fields';

export const billingIdentity = z
  .object({
    name: lineOfText(200).describe('Name on the invoices'),
    addressLine: lineOfText(200),
    postcode: lineOfText(12),
    city: lineOfText(100),
    countryCode: countryField,
  })
  .meta({ id: 'BillingIdentity' });
export type BillingIdentity = z.infer<typeof billingIdentity>;
export class BillingIdentityDto extends createZodDto(billingIdentity) {}
export class BillingIdentityStateDto extends createZodDto(
  z.object({ identity: billingIdentity.nullable().describe('Null if none is recorded') }),
) {}
export class NewBillingIdentityDto extends createZodDto(
  billingIdentity.extend({ countryCode: countryField.default('FR') }),
) {}

/** Voluntary, and only counted: all of it may be left out. */
const profile = z
  .object({
    birthYear: z.number().int().min(1900).max(2100).nullable().default(null),
    gender: lineOfText(40).nullable().default(null),
    neighbourhood: lineOfText(80).nullable().default(null),
    occupation: lineOfText(80).nullable().default(null),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof profile>;
export class ProfileDto extends createZodDto(profile) {}
/** What staff see of it. */
export class ProfileStateDto extends createZodDto(
  z.object({
    filledIn: z
      .boolean()
      .describe('True if the member answered; the answers are for the member and for statistics only'),
  }),
) {}
