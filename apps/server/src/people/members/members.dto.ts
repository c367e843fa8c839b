import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  emailField,
  id,
  instant,
  instantInput,
  lineOfText,
  searchSchema,
  sortField,
} from '../../platform/http/fields';

const residencyState = z.enum(['valid', 'ends-soon', 'expired']).meta({ id: 'ResidencyState' });
/** `none`: no proof was ever seen, or it was withdrawn. */
const residencySearched = z.enum(['valid', 'ends-soon', 'expired', 'none']).meta({ id: 'ResidencySearched' });

const residencyView = z
  .object({
    validUntil: instant,
    verifiedAt: instant,
    verifiedBy: id<AccountId>().nullable().describe('Null if it was not recorded'),
    state: residencyState,
  })
  .meta({ id: 'Residency' });

export const memberView = z
  .object({
    id: id<MemberId>(),
    displayName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    category: z.string().describe('Code of a category'),
    residency: residencyView
      .nullable()
      .describe('Null if no proof of residence was recorded, or it was withdrawn'),
    homeLabId: id<LabId>().nullable(),
    guardianId: id<MemberId>().nullable().describe('The guardian of a minor'),
    minorUntil: instant.nullable().describe('When the minor comes of age; null for adults'),
    createdAt: instant,
  })
  .meta({ id: 'OwnMember' });
export type MemberView = z.input<typeof memberView>;

export const memberFields = z.object({
  displayName: lineOfText(120),
  email: emailField.nullable(),
  phone: lineOfText(40).nullable(),
  category: lineOfText(40),
  homeLabId: id<LabId>().nullable(),
  guardianId: id<MemberId>().nullable(),
  minorUntil: instantInput.nullable(),
});
export class NewMemberDto extends createZodDto(memberFields.partial().required({ displayName: true })) {}
export class MemberChangesDto extends createZodDto(memberFields.partial()) {}
export class ResidencyHistoryDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        validUntil: instant,
        verifiedAt: instant,
        verifiedBy: id<AccountId>().nullable().describe('Null if it was not recorded'),
        withdrawnAt: instant.nullable(),
        withdrawnBy: id<AccountId>().nullable(),
      }),
    ),
    total: z.number().int(),
  }),
) {}
export class NewResidencyDto extends createZodDto(
  z.object({ validUntil: instantInput.describe('Until when the proof is valid') }),
) {}
const memberSearch = searchSchema.extend({
  residency: residencySearched.optional(),
  sort: sortField('name', 'category', 'createdAt').meta({ id: 'MemberSort' }).default('name'),
});
export type MemberSearch = z.infer<typeof memberSearch>;
export class MemberSearchDto extends createZodDto(memberSearch) {}
export class EvenIfDto extends createZodDto(
  z.object({
    evenIf: z
      .literal('same-email')
      .optional()
      .describe('`same-email`: create the member although another one has this address, as in a family'),
  }),
) {}
