import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, pageSchema, partOf } from '../../platform/http/fields';
import { NOTICE_GROUPS, NOTICE_KINDS } from './notice-kind';

const kind = z.enum(NOTICE_KINDS).meta({ id: 'NoticeKind' });
const group = z.enum(NOTICE_GROUPS).meta({ id: 'NoticeGroup' });

export const noticeView = z
  .object({
    id: id(),
    kind,
    group,
    title: z.string().describe('What happened, in the reader’s language'),
    more: z.string().nullable().describe('More sentences, such as the cause; null without any'),
    path: z.string().describe('Path of the page about it, from the root of the service'),
    count: z.number().int().describe('Number of events that this notice counts'),
    createdAt: instant,
    changedAt: instant.describe('When the latest event was counted'),
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' });

export class NoticeListDto extends createZodDto(
  partOf(noticeView)
    .extend({ unread: z.number().int().describe('All unread notices of the account') })
    .meta({ id: 'NoticeList' }),
) {}

export class NoticeQueryDto extends createZodDto(
  pageSchema.extend({
    unread: z.stringbool().optional().describe('`true`: only notices that are not read'),
  }),
) {}

export class UnreadNoticesDto extends createZodDto(
  z.object({ unread: z.number().int() }).meta({ id: 'UnreadNotices' }),
) {}

const choice = z
  .object({
    kind,
    group,
    name: z.string().describe('The kind in words, in the reader’s language'),
    bell: z.boolean().describe('Shown behind the bell'),
    mail: z.boolean().describe('Also sent by mail'),
  })
  .meta({ id: 'NoticeChoice' });

export class NoticeChoiceListDto extends createZodDto(
  z.object({ items: z.array(choice), total: z.number().int() }).meta({ id: 'NoticeChoiceList' }),
) {}

export class NoticeChoicesDto extends createZodDto(
  z
    .object({
      items: z
        .array(z.object({ kind, bell: z.boolean().optional(), mail: z.boolean().optional() }))
        .min(1)
        .max(NOTICE_KINDS.length)
        .describe('Kinds that are not named keep their ways'),
    })
    .meta({ id: 'NoticeChoices' }),
) {}
