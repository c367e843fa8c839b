import { ROLES, TARIFF_CATEGORIES } from '@pandafab/domain';
import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, pageOf, searchSchema } from '../api/fields';

/** What a person may be registered as: an organisation is not a person. */
const category = z.enum(TARIFF_CATEGORIES).exclude(['organisation']);

export const memberView = z.object({
  id: id<MemberId>(),
  displayName: z.string(),
  category,
  residencyValidUntil: instant.nullable().describe('When the verified residence ends; null where none was.'),
  homeLabId: id<LabId>().nullable(),
  createdAt: instant,
});
export type MemberView = z.input<typeof memberView>;

/** What staff see. */
const staffMemberView = memberView.extend({
  account: z
    .object({ id: id<AccountId>(), email: z.string(), roles: z.array(z.enum(ROLES)), disabled: z.boolean() })
    .nullable(),
});
export type StaffMemberView = z.input<typeof staffMemberView>;
export class MemberDto extends createZodDto(staffMemberView) {}
export class MemberListDto extends createZodDto(pageOf(staffMemberView)) {}

const standing = {
  category,
  residencyValidUntil: instantInput.nullable(),
  homeLabId: id<LabId>().nullable(),
};
export class NewMemberDto extends createZodDto(
  z.object({
    displayName: lineOfText(120),
    category: standing.category.default('member'),
    residencyValidUntil: standing.residencyValidUntil.default(null),
    homeLabId: standing.homeLabId.default(null),
  }),
) {}
export class MemberChangesDto extends createZodDto(
  z.object({ displayName: lineOfText(120), ...standing }).partial(),
) {}
export class MemberSearchDto extends createZodDto(searchSchema) {}
export class MemberParamDto extends createZodDto(z.object({ id: id<MemberId>() })) {}
