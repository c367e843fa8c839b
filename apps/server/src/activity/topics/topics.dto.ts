import { AUDIENCES, TOPIC_LEVELS } from '@pandafab/domain';
import type { TopicId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, severalLines, textBlock } from '../../platform/http/fields';

export const audienceField = z.enum(AUDIENCES).meta({ id: 'Audience' });
const levelField = z.enum(TOPIC_LEVELS).meta({ id: 'TopicLevel' });

/** Of one person, with tax: 10 000 € at most. */
export const priceField = z
  .number()
  .int()
  .min(0)
  .max(1_000_000)
  .describe('Price of one person with tax, in cents; 0: free');
export const minutesField = z.number().int().min(5).max(1440);

const fields = {
  nameFr: lineOfText(120),
  nameEn: lineOfText(120),
  level: levelField.describe('`discover`: first steps, `practise`: regular use, `deepen`: on one’s own'),
  aimsFr: textBlock(1000).describe('What people can do afterwards').register(severalLines, {}),
  aimsEn: textBlock(1000),
  lengthMinutes: minutesField.describe('Length of a session'),
  audiences: z.array(audienceField).max(AUDIENCES.length).describe('For whom it is meant; empty: for all'),
  capacity: z.number().int().min(1).max(500).describe('Places of a session'),
  inductionKind: lineOfText(40)
    .nullable()
    .describe('Code of the kind of machine whose induction a session may give; null: none'),
  priceCents: priceField,
};
export class NewTopicDto extends createZodDto(
  z.object({
    ...fields,
    audiences: fields.audiences.default([]),
    inductionKind: fields.inductionKind.default(null),
    priceCents: fields.priceCents.default(0),
  }),
) {}
/** Names the version that the person saw. */
export class TopicChangesDto extends createZodDto(
  z.object({
    ...fields,
    position: z.number().int().min(0).max(10_000).describe('Place in lists, lowest first'),
    version: z.number().int().min(1),
  }),
) {}

const topicView = z
  .object({
    id: id<TopicId>(),
    nameFr: z.string(),
    nameEn: z.string(),
    level: levelField,
    aimsFr: z.string(),
    aimsEn: z.string(),
    lengthMinutes: z.number().int(),
    audiences: z.array(audienceField),
    capacity: z.number().int(),
    inductionKind: z.string().nullable(),
    priceCents: z.number().int(),
    position: z.number().int(),
    version: z.number().int(),
    retiredAt: instant.nullable().describe('When it was retired: no new session can have it'),
  })
  .meta({ id: 'Topic' });
export class TopicDto extends createZodDto(topicView) {}
export class TopicListDto extends createZodDto(pageOf(topicView)) {}
export class TopicQueryDto extends createZodDto(
  z.object({
    retired: z.stringbool().default(false).describe('`true`: retired topics too'),
    search: lineOfText(100, 0).optional(),
  }),
) {}

export class RetiredTopicDto extends createZodDto(
  z
    .object({
      topic: topicView,
      sessionsToCome: z.number().int().describe('Planned sessions that keep this topic'),
      nextSessionAt: instant.nullable().describe('Beginning of the first of them'),
    })
    .meta({ id: 'RetiredTopic' }),
) {}
