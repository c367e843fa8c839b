import { SCOPES } from '@pandafab/domain';
import type { AccountId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { emailField, id, instant, instantInput, lineOfText, pageOf, secretText } from '../api/fields';
import { memberView } from '../people/members.dto';
import { roleGrantView, rolesField } from './roles.dto';

/** NIST SP 800-63B: length is what counts, and nothing is asked of the characters. */
export const MIN_PASSWORD_LENGTH = 12;
const MAX_PASSWORD_LENGTH = 200;

export const newPasswordField = secretText(MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH);

export const credentials = z.object({ email: emailField, password: secretText(MAX_PASSWORD_LENGTH) });
export class CredentialsDto extends createZodDto(credentials) {}

export const setupForm = z.object({
  code: secretText(100),
  displayName: lineOfText(120),
  email: emailField,
  password: newPasswordField,
});
export class SetupDto extends createZodDto(setupForm) {}

export class NewAccountDto extends createZodDto(
  z.object({ email: emailField, password: newPasswordField, roles: rolesField }),
) {}

/** Who is signed in. */
export const meView = z.object({
  id: id<AccountId>(),
  email: z.string(),
  language: z.enum(['fr', 'en']).nullable().describe('Of the pages; null where it was never chosen'),
  sendsMail: z.boolean().describe('False where this service sends no mail: nothing can be confirmed by one'),
  roles: z.array(roleGrantView),
  scopes: z.array(z.enum(SCOPES)).nullable().describe('What the token that was sent is for; null: a person'),
  member: memberView,
});
export class MeDto extends createZodDto(meView) {}

const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: instant,
  expiresAt: instant.nullable(),
});
export class TokenListDto extends createZodDto(pageOf(tokenView)) {}
export class CreatedTokenDto extends createZodDto(
  tokenView.extend({ token: z.string().describe('Shown this once: only its hash is kept.') }),
) {}
export class NewTokenDto extends createZodDto(
  z.object({
    name: lineOfText(80),
    scopes: z.array(z.enum(SCOPES)).min(1),
    expiresAt: instantInput.nullish(),
  }),
) {}
const sessionView = z.object({
  id: z.uuid(),
  createdAt: instant,
  lastUsedAt: instant.describe('Written down every few minutes'),
  expiresAt: instant,
  address: z.string().describe('Network address that it was begun from'),
  browser: z.string().describe('What the browser called itself'),
  current: z.boolean().describe('The one that this request was sent with'),
});
export class SessionListDto extends createZodDto(pageOf(sessionView)) {}
export class SessionParamDto extends createZodDto(z.object({ id: z.uuid() })) {}
export class TokenParamDto extends createZodDto(z.object({ id: z.uuid() })) {}
