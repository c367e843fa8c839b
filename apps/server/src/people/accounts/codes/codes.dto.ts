import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { languageField } from '../../../platform/http/enums';
import { causeSchema, emailField, id, instant, lineOfText, secretText } from '../../../platform/http/fields';
import { credentials, newPasswordField } from '../auth.dto';
import { rolesField } from '../roles.dto';

const code = secretText(100).describe('The code in the link that was sent');
const language = languageField.optional().describe('Language of the mail; `Accept-Language` if left out');

export class InvitationRequestDto extends createZodDto(
  z.object({
    email: emailField,
    roles: rolesField.default([{ role: 'maker', labId: null }]),
    language,
  }),
) {}
export class HandedLinkDto extends createZodDto(
  z.object({
    sent: z.boolean().describe('True if a mail with the link will be sent'),
    link: z
      .string()
      .nullable()
      .describe(
        'The link, if no mail can be sent or the mail was refused: give it to the member. Shown only now: the service keeps its hash.',
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
