import type { AccountId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { languageField, scopeField } from '../../platform/http/enums';
import {
  emailField,
  id,
  instant,
  instantInput,
  lineOfText,
  pageOf,
  secretText,
} from '../../platform/http/fields';
import { memberView } from '../members/members.dto';
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
export const meView = z
  .object({
    id: id<AccountId>(),
    email: z.string(),
    language: languageField.nullable().describe('Language of the pages; null if never chosen'),
    sendsMail: z
      .boolean()
      .describe('False if this service cannot send mail, for example to confirm an address'),
    roles: z.array(roleGrantView),
    scopes: z
      .array(scopeField)
      .nullable()
      .describe('Scopes of the token that was sent; null if a person is signed in'),
    member: memberView,
  })
  .meta({ id: 'Me' });
export class MeDto extends createZodDto(meView) {}

export const tokenView = z
  .object({
    id: id(),
    name: z.string(),
    scopes: z.array(scopeField),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant
      .nullable()
      .describe('Updated every few minutes; null if the token was never used since this is recorded'),
    lastClient: z
      .string()
      .nullable()
      .describe('`User-Agent` of the program that used it then, such as `PrusaSlicer/2.9.4`'),
    slicerUser: z
      .string()
      .nullable()
      .describe('For a slicer that asks for a user name and a password; null without the scope `slicer`'),
  })
  .meta({ id: 'Token' });
export class TokenListDto extends createZodDto(pageOf(tokenView)) {}
export class CreatedTokenDto extends createZodDto(
  tokenView.extend({ token: z.string().describe('Shown only now: the service keeps its hash.') }),
) {}
export class NewTokenDto extends createZodDto(
  z.object({
    name: lineOfText(80),
    scopes: z.array(scopeField).min(1),
    expiresAt: instantInput.nullish(),
  }),
) {}
const sessionView = z
  .object({
    id: id(),
    createdAt: instant,
    lastUsedAt: instant.describe('Updated every few minutes'),
    expiresAt: instant,
    address: z.string().describe('Network address from which the session was started'),
    browser: z.string().describe('The browser’s `User-Agent`'),
    current: z.boolean().describe('True for the session of this request'),
  })
  .meta({ id: 'Session' });
export class SessionListDto extends createZodDto(pageOf(sessionView)) {}
