import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, emailField, id, instant, lineOfText, secretText } from '../../api/fields';
import { credentials, newPasswordField } from '../auth.dto';
import { rolesField } from '../roles.dto';

const code = secretText(100).describe('From the link that was sent');
const language = z
  .enum(['fr', 'en'])
  .optional()
  .describe('Of the mail; by Accept-Language where it is not given');

export class InvitationWishDto extends createZodDto(
  z.object({
    email: emailField,
    roles: rolesField.default([{ role: 'maker', labId: null }]),
    language,
  }),
) {}
export class HandedLinkDto extends createZodDto(
  z.object({
    sent: z.boolean().describe('A mail with the link is on its way'),
    link: z
      .string()
      .nullable()
      .describe(
        'Where no mail can be sent, or it is refused: hand it to the member. Shown this once: only its hash is kept.',
      ),
    refusal: causeSchema.nullable().describe('Why the mail server refused the mail'),
    expiresAt: instant,
  }),
) {}

export const newPasswordForm = z.object({ code, password: newPasswordField });
export class NewPasswordDto extends createZodDto(newPasswordForm) {}
export class CodeDto extends createZodDto(z.object({ code })) {}

export const registrationForm = z.object({
  labId: id<LabId>(),
  displayName: lineOfText(120),
  email: emailField,
});
export class RegistrationDto extends createZodDto(registrationForm.extend({ language })) {}
export class RegistrationLabDto extends createZodDto(z.object({ id: id<LabId>(), name: z.string() })) {}

export const forgottenForm = z.object({ email: emailField });
export class ForgottenDto extends createZodDto(forgottenForm) {}
export class PasswordChangeDto extends createZodDto(
  z.object({ current: credentials.shape.password, next: newPasswordField }),
) {}
export class EmailChangeDto extends createZodDto(credentials) {}
