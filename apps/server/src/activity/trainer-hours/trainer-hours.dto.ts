import { type AccountId, fieldRule, type LabId, type MemberId, type TopicId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, pageOf, textBlock } from '../../platform/http/fields';

const dayHours = z.object({
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldRule('time')),
  closes: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldRule('time')),
});

const fields = {
  week: z
    .array(dayHours.extend({ weekday: z.number().int().min(1).max(7).describe('1 is Monday, 7 is Sunday') }))
    .max(42)
    .describe('Hours of each day, on the lab’s clock; empty: no appointments'),
  exceptions: z
    .array(
      z.object({
        firstDay: z.iso.date(),
        lastDay: z.iso.date().describe('Included'),
        hours: z.array(dayHours).max(6).describe('Empty: absent'),
        reason: lineOfText(200).default('–'),
      }),
    )
    .max(200)
    .describe('Days of absence, or with other hours'),
  slotMinutes: z.number().int().min(15).max(480).describe('Length of one appointment'),
  topics: z
    .array(id<TopicId>())
    .max(200)
    .describe('Introductions that can be asked for; empty: each topic that is not retired'),
  daysAhead: z.number().int().min(1).max(365).describe('How many days ahead people can book'),
  noticeHours: z.number().int().min(0).max(336).describe('How many hours before, at the latest'),
};
const hoursView = z
  .object({
    trainerId: id<AccountId>(),
    trainerName: z.string(),
    labId: id<LabId>(),
    ...fields,
    version: z.number().int().describe('0 before the first change'),
    canChange: z.boolean(),
  })
  .meta({ id: 'TrainerHours' });
export class TrainerHoursDto extends createZodDto(hoursView) {}
export class TrainerHoursListDto extends createZodDto(pageOf(hoursView)) {}
/** Names the version that the person saw. */
export class SetTrainerHoursDto extends createZodDto(
  z
    .object({ ...fields, version: z.number().int().min(0) })
    .refine(({ exceptions }) => exceptions.every(({ firstDay, lastDay }) => firstDay <= lastDay), {
      message: fieldRule('lastDay'),
      path: ['exceptions'],
    }),
) {}

/** The most days of one list of slots. */
export const MOST_DAYS = 62;
export class SlotQueryDto extends createZodDto(
  z
    .object({
      from: z.iso.date().optional().describe('First day on the lab’s calendar; left out: today'),
      until: z.iso
        .date()
        .optional()
        .describe('Last day, included, at most 62 days later; left out: 13 days later'),
      trainerId: id<AccountId>().optional(),
      topicId: id<TopicId>().optional().describe('Only trainers who offer it'),
    })
    .refine(
      ({ from, until }) =>
        !from || !until || (from <= until && Date.parse(until) - Date.parse(from) <= MOST_DAYS * 86_400_000),
      { message: fieldRule('lastDay'), path: ['until'] },
    ),
) {}
export class SlotListDto extends createZodDto(
  pageOf(
    z
      .object({ trainerId: id<AccountId>(), trainerName: z.string(), from: instant, until: instant })
      .meta({ id: 'AppointmentSlot' }),
  ).extend({
    timeZone: z.string().describe('Of the lab’s clock'),
    offered: z.boolean().describe('False while no trainer of the lab offers appointments'),
  }),
) {}

export class NewAppointmentDto extends createZodDto(
  z.object({
    trainerId: id<AccountId>(),
    from: instantInput.describe('Beginning of a free slot; staff of the lab may choose any time'),
    minutes: z
      .number()
      .int()
      .min(15)
      .max(480)
      .optional()
      .describe('For staff, where the time is no slot; left out: the length of a slot'),
    topicId: id<TopicId>().nullable().default(null),
    note: textBlock(1000).nullable().default(null).describe('What the person would like to learn'),
    memberId: id<MemberId>()
      .optional()
      .describe(
        'You, if left out; a minor whose guardian you are; for staff, any member whom their lab knows',
      ),
    consent: z.boolean().default(false).describe('For a minor: that the guardian agrees'),
  }),
) {}
