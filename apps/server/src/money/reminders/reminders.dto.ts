import type { DocumentId, OrganisationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { languageField } from '../../platform/http/enums';
import { causeSchema, id, instant, pageOf } from '../../platform/http/fields';
import { REMINDER_RESULTS } from './reminder.entities';
import { stepField, wayField } from './reminder-settings.dto';

const cents = z.number().int();
const day = z.iso.date().describe('Day in Europe/Paris');
const penalty = {
  penaltyCents: cents.nullable().describe('Late penalties until today; null where the text has none'),
  indemnityCents: cents.nullable(),
};

const dueSchema = z
  .object({
    documentId: id<DocumentId>(),
    number: z.string(),
    organisationId: id<OrganisationId>(),
    clientName: z.string(),
    dueOn: day,
    daysLate: z.number().int(),
    grossCents: cents,
    openCents: cents,
    step: stepField,
    way: wayField,
    address: z.string().nullable().describe('Of a mail; null: a letter'),
    language: languageField,
    subject: z.string(),
    text: z.string(),
    ...penalty,
    last: z.object({ step: stepField, day }).nullable().describe('The reminder before this one'),
  })
  .meta({ id: 'DueReminder' });

/** The longest overdue first. `total` also counts those that are left out of a very long list. */
export class DueRemindersDto extends createZodDto(
  pageOf(dueSchema)
    .extend({
      today: day,
      isRateMissing: z.boolean().describe('A step says penalties, and no rate is set'),
      isMailReady: z.boolean().describe('The service has a mail server'),
    })
    .meta({ id: 'DueReminders' }),
) {}

/** Reminders to send, as they were shown: one that has changed since is left out, and the answer says why. */
export class SendRemindersDto extends createZodDto(
  z.object({
    items: z
      .array(z.object({ documentId: id<DocumentId>(), step: stepField, openCents: cents.positive() }))
      .min(1)
      .max(100),
  }),
) {}

const sentSchema = z
  .object({
    id: id(),
    documentId: id<DocumentId>(),
    step: stepField,
    day,
    way: wayField,
    address: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    openCents: cents,
    ...penalty,
    at: instant,
    result: z.enum(REMINDER_RESULTS).meta({ id: 'ReminderResult' }),
    failure: z.string().nullable(),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'Reminder' });

export class RemindersSentDto extends createZodDto(
  z
    .object({
      items: z.array(
        z
          .object({
            documentId: id<DocumentId>(),
            sent: sentSchema.nullable(),
            leftOut: causeSchema.nullable().describe('Why it was not sent'),
          })
          .meta({ id: 'ReminderOutcome' }),
      ),
    })
    .meta({ id: 'RemindersSent' }),
) {}

export class DocumentRemindersDto extends createZodDto(
  z.object({ items: z.array(sentSchema) }).meta({ id: 'DocumentReminders' }),
) {}
