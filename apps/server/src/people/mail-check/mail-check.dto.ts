import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { instant } from '../../platform/http/fields';

export class MailStatusDto extends createZodDto(
  z
    .object({
      server: z
        .object({
          host: z.string(),
          port: z.number().int().nullable().describe('Null: the usual port'),
          encrypted: z.boolean().describe('True if the connection is encrypted from its start'),
          signsIn: z.boolean().describe('True if the service signs in to the mail server'),
          from: z.string().describe('Sender of the mails'),
        })
        .nullable()
        .describe('Null if this service sends no mail'),
      retryHours: z.number().describe('For how many hours a delayed mail is offered again'),
      waiting: z.number().int().describe('Mails that are not sent yet'),
      failures: z
        .array(
          z.object({
            at: instant,
            template: z.string().describe('Name of the mail, such as `invitation`'),
            subject: z.string().describe('Its subject in the reader’s language'),
            address: z.string(),
            state: z.enum(['waiting', 'failed']).describe('`waiting`: the service still tries to send it'),
            answer: z.string().describe('What the mail server said'),
          }),
        )
        .describe('The last mails that the mail server did not accept, newest first'),
    })
    .meta({ id: 'MailStatus' }),
) {}

export class TestMailDto extends createZodDto(
  z
    .object({
      address: z.string().describe('Address of your account, to which it was sent'),
      state: z
        .enum(['sent', 'waiting', 'failed'])
        .describe('`waiting`: the mail server has not accepted the mail yet, and the service tries again'),
      answer: z.string().nullable().describe('What the mail server said, if it did not accept the mail'),
    })
    .meta({ id: 'TestMail' }),
) {}
