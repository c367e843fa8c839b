import type { AccountId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, partOf } from '../../platform/http/fields';
import { roleGrantView } from '../accounts/roles.dto';
import { memberView } from '../members/members.dto';

/** What staff see. */
const staffMemberView = memberView
  .extend({
    emailBouncedAt: instant
      .nullable()
      .describe('When a mail server answered that this address does not exist'),
    account: z
      .object({
        id: id<AccountId>(),
        email: z.string(),
        roles: z.array(roleGrantView),
        disabled: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Member' });
export type StaffMemberView = z.input<typeof staffMemberView>;
export class MemberDto extends createZodDto(staffMemberView) {}
export class MemberListDto extends createZodDto(partOf(staffMemberView)) {}
