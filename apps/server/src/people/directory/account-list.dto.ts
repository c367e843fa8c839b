import type { AccountId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { roleField } from '../../platform/http/enums';
import { id, instant, partOf, searchSchema } from '../../platform/http/fields';
import { tokenView } from '../accounts/auth.dto';
import { roleGrantView } from '../accounts/roles.dto';

export const ACCOUNT_ORDERS = ['name', '-name', 'email', '-email', 'createdAt', '-createdAt'] as const;

const accountQuery = searchSchema.extend({
  role: roleField.optional().describe('Only accounts with this role, in any lab'),
  state: z.enum(['enabled', 'disabled']).optional(),
  sort: z.enum(ACCOUNT_ORDERS).default('name').describe('Descending with `-`'),
});
export type AccountQuery = z.infer<typeof accountQuery>;
export class AccountQueryDto extends createZodDto(accountQuery) {}

export const accountView = z
  .object({
    id: id<AccountId>(),
    memberId: id<MemberId>(),
    displayName: z.string(),
    email: z.string(),
    roles: z.array(roleGrantView),
    disabled: z.boolean(),
    createdAt: instant,
    lastSignInAt: instant
      .nullable()
      .describe('Last sign-in with a browser that the service still remembers; null if there is none'),
  })
  .meta({ id: 'Account' });
export type AccountView = z.input<typeof accountView>;
export class AccountListDto extends createZodDto(partOf(accountView)) {}

const ownedToken = z
  .object({
    ...tokenView.shape,
    owner: z.object({ memberId: id<MemberId>(), displayName: z.string() }),
  })
  .meta({ id: 'OwnedToken' });
export class OwnedTokenListDto extends createZodDto(partOf(ownedToken)) {}
export class TokenQueryDto extends createZodDto(searchSchema) {}
