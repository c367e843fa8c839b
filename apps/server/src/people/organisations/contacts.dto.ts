import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { emailField, id, instant, lineOfText } from '../../platform/http/fields';

const fields = {
  name: lineOfText(120),
  duty: lineOfText(120).nullable().describe('Function of the person there, such as “comptabilité”'),
  email: emailField.nullable(),
  phone: lineOfText(40).nullable(),
};
export class NewContactDto extends createZodDto(
  z.object({
    ...fields,
    duty: fields.duty.default(null),
    email: fields.email.default(null),
    phone: fields.phone.default(null),
  }),
) {}
export class ContactChangesDto extends createZodDto(z.object(fields).partial()) {}

const contactView = z
  .object({
    id: id(),
    name: z.string(),
    duty: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Contact' });
export class ContactDto extends createZodDto(contactView) {}
export class ContactListDto extends createZodDto(
  z.object({ items: z.array(contactView), total: z.number().int() }),
) {}
