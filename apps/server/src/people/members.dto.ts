import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { roleGrantView } from '../accounts/roles.dto';
import { emailField, id, instant, instantInput, lineOfText, partOf, searchSchema } from '../api/fields';

/** `none`: no proof was ever seen, or it was withdrawn. */
export const RESIDENCY_STATES = ['none', 'valid', 'ends-soon', 'expired'] as const;

const residencyView = z.object({
  validUntil: instant,
  verifiedAt: instant,
  verifiedBy: id<AccountId>().nullable().describe('Null where it was not kept'),
  state: z.enum(['valid', 'ends-soon', 'expired']),
});

export const memberView = z.object({
  id: id<MemberId>(),
  displayName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  category: z.string().describe('Code of a category'),
  residency: residencyView
    .nullable()
    .describe('Null where no proof of residence was ever seen, or it was withdrawn'),
  homeLabId: id<LabId>().nullable(),
  guardianId: id<MemberId>().nullable().describe('Who answers for a minor'),
  minorUntil: instant.nullable().describe('When a minor comes of age; null for adults'),
  createdAt: instant,
});
export type MemberView = z.input<typeof memberView>;

/** What staff see. */
export const staffMemberView = memberView.extend({
  emailBouncedAt: instant.nullable().describe('A mail server said that nobody is there'),
  account: z
    .object({ id: id<AccountId>(), email: z.string(), roles: z.array(roleGrantView), disabled: z.boolean() })
    .nullable(),
});
export type StaffMemberView = z.input<typeof staffMemberView>;
export class MemberDto extends createZodDto(staffMemberView) {}
export class MemberListDto extends createZodDto(partOf(staffMemberView)) {}

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
        verifiedBy: id<AccountId>().nullable().describe('Null where it was not kept'),
        withdrawnAt: instant.nullable(),
        withdrawnBy: id<AccountId>().nullable(),
      }),
    ),
    total: z.number().int(),
  }),
) {}
export class ResidencyDto extends createZodDto(
  z.object({ validUntil: instantInput.describe('Until when the proof that was seen is good') }),
) {}
const memberSearch = searchSchema.extend({ residency: z.enum(RESIDENCY_STATES).optional() });
export type MemberSearch = z.infer<typeof memberSearch>;
export class MemberSearchDto extends createZodDto(memberSearch) {}
export class EvenIfDto extends createZodDto(
  z.object({
    evenIf: z.literal('same-email').optional().describe('Families share an address'),
  }),
) {}
export class MemberParamDto extends createZodDto(z.object({ id: id<MemberId>() })) {}
