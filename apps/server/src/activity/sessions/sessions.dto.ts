import { AUDIENCES, SESSION_KINDS, SESSION_STATES } from '@pandafab/domain';
import {
  type AccountId,
  fieldRule,
  type GroupId,
  type LabId,
  type MachineId,
  type MemberId,
  type OrganisationId,
  type PrestationId,
  type PrestationLineId,
  type ProjectId,
  type RegistrationId,
  type RoomId,
  type SeriesId,
  type SessionId,
  type TopicId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { quantityField, unitPriceField } from '../../money/kit/amount-fields';
import { unitField } from '../../platform/http/enums';
import { id, instant, instantInput, lineOfText, pageOf, textBlock } from '../../platform/http/fields';
import { audienceField, minutesField, priceField } from '../topics/topics.dto';
import { OPENINGS } from './session-times';

const kindField = z.enum(SESSION_KINDS).meta({ id: 'LabSessionKind' });
const stateField = z.enum(SESSION_STATES).meta({ id: 'LabSessionState' });
const openingField = z.enum(OPENINGS).meta({ id: 'LabSessionOpening' });
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldRule('time'));

const ruleField = z
  .object({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 is Monday, 7 is Sunday'),
    everyWeeks: z.number().int().min(1).max(12).default(1).describe('2: every second week'),
    begins: timeOfDay.describe('Time on the lab’s clock, such as 14:00'),
    minutes: minutesField,
    firstDay: z.iso.date(),
    lastDay: z.iso.date().describe('Included'),
    except: z.array(z.iso.date()).max(200).default([]).describe('Days without a session, such as holidays'),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: fieldRule('lastDay'),
    path: ['lastDay'],
  })
  .meta({ id: 'WeeklyRule' });

const links = {
  organisationId: id<OrganisationId>()
    .nullable()
    .describe('A school, another public digital space, a client'),
  groupId: id<GroupId>().nullable(),
  prestationId: id<PrestationId>().nullable().describe('The client order that pays for it'),
  projectId: id<ProjectId>().nullable(),
};
const things = {
  roomIds: z.array(id<RoomId>()).max(20).describe('Rooms and equipment that it has'),
  machineIds: z.array(id<MachineId>()).max(20).describe('Machines that are booked with it'),
};
const fields = {
  topicId: id<TopicId>().nullable(),
  title: lineOfText(120).describe('What people read'),
  description: textBlock(2000).nullable(),
  trainerId: id<AccountId>().describe('Who leads it'),
  capacity: z.number().int().min(1).max(1000).nullable().describe('Places; null: no limit'),
  audience: audienceField,
  isPublic: z.boolean().describe('True: on the page and in the calendar that need no account'),
  ...links,
  inductionKind: lineOfText(40)
    .nullable()
    .describe('Code of the kind of machine whose induction those present may be given'),
  priceCents: priceField,
  cancelHours: z
    .number()
    .int()
    .min(0)
    .max(720)
    .describe('A registration cancelled fewer hours before the beginning is noted as late'),
  ...things,
};
const evenIfClosed = z.boolean().default(false).describe('True: also on days on which the lab is closed');

/** What is left out comes from the topic, or from the usual. */
export class NewSessionsDto extends createZodDto(
  z
    .object({
      labId: id<LabId>(),
      kind: kindField
        .exclude(['appointment'])
        .describe('Appointments are booked at `POST /labs/{id}/appointments`'),
      ...fields,
      topicId: fields.topicId.default(null),
      title: fields.title.optional().describe('Left out: the French name of the topic'),
      description: fields.description.default(null),
      trainerId: fields.trainerId.optional().describe('Left out: you'),
      capacity: fields.capacity.optional().describe('Left out: the places of the topic'),
      audience: audienceField.default('everyone'),
      isPublic: fields.isPublic.optional().describe('Left out: true for `everyone` and `members`'),
      organisationId: links.organisationId.default(null),
      groupId: links.groupId.default(null),
      prestationId: links.prestationId.default(null),
      projectId: links.projectId.default(null),
      inductionKind: fields.inductionKind.optional().describe('Left out: that of the topic'),
      priceCents: priceField.optional().describe('Left out: that of the topic, or free'),
      cancelHours: fields.cancelHours.default(24),
      roomIds: things.roomIds.default([]),
      machineIds: things.machineIds.default([]),
      evenIfClosed,
      from: instantInput.optional().describe('Of one session'),
      until: instantInput.optional(),
      rule: ruleField.optional().describe('Of a series, in place of `from` and `until`'),
    })
    .refine(({ from, until, rule }) => (rule ? !from && !until : from !== undefined && until !== undefined), {
      message: fieldRule('oneOrSeries'),
      path: ['from'],
    }),
) {}

/** Fields that are left out stay as they are. */
export class SessionChangesDto extends createZodDto(
  z
    .object({ ...fields, from: instantInput, until: instantInput })
    .partial()
    .extend({
      version: z.number().int().min(1).describe('The version that you saw'),
      which: z
        .enum(['one', 'following'])
        .default('one')
        .describe('`following`: this one and the later planned ones of its series'),
      evenIfClosed,
    }),
) {}

export class SessionCancelDto extends createZodDto(
  z.object({
    reason: lineOfText(300).describe('Those who are registered read it'),
    which: z.enum(['one', 'following']).default('one'),
  }),
) {}
export class SessionsCancelDto extends createZodDto(
  z.object({ ids: z.array(id<SessionId>()).min(1).max(200), reason: lineOfText(300) }),
) {}
export class SessionHeldDto extends createZodDto(
  z.object({
    headCount: z
      .number()
      .int()
      .min(0)
      .max(100_000)
      .nullable()
      .default(null)
      .describe(
        'People who were there without a name, such as a class; those marked as present are not in it',
      ),
  }),
) {}

/** How a client order pays for a session. */
export class SessionLineDto extends createZodDto(
  z.object({
    unitPrice: unitPriceField,
    quantity: quantityField.default('1').describe('1 for the whole session, or people, or hours'),
    unit: unitField.default('C62'),
    activity: lineOfText(60).describe('An activity of the seller’s settings, which decides the VAT'),
  }),
) {}

export const ownPlace = z
  .object({
    registrationId: id<RegistrationId>(),
    memberId: id<MemberId>().describe('You, or a minor whose guardian you are'),
    state: z.enum(['registered', 'waiting']).meta({ id: 'OwnPlaceState' }),
  })
  .meta({ id: 'OwnPlace' });

export const sessionView = z
  .object({
    id: id<SessionId>(),
    seriesId: id<SeriesId>().nullable(),
    kind: kindField,
    state: stateField,
    labId: id<LabId>(),
    labName: z.string(),
    timeZone: z.string().describe('Of the lab’s clock'),
    topicId: id<TopicId>().nullable(),
    title: z.string(),
    titleEn: z.string().nullable().describe('The topic’s English name while the title is its French one'),
    description: z.string().nullable(),
    trainerId: id<AccountId>(),
    trainerName: z.string().describe('Empty for a person who was erased'),
    from: instant,
    until: instant,
    day: z.iso.date().describe('Of its beginning, on the lab’s calendar'),
    capacity: z.number().int().nullable(),
    registered: z.number().int().describe('People who have a place'),
    waiting: z.number().int().describe('People on the waiting list'),
    present: z.number().int().describe('People marked as present'),
    audience: audienceField,
    isPublic: z.boolean(),
    organisationId: links.organisationId.describe('Null too for members who are not on the staff'),
    groupId: links.groupId,
    prestationId: links.prestationId.describe('Null too for members who are not on the staff'),
    prestationLineId: id<PrestationLineId>()
      .nullable()
      .describe(
        'The line of the client order that pays for it; null too for members who are not on the staff',
      ),
    projectId: links.projectId.describe('Null too for members who are not on the staff'),
    inductionKind: z.string().nullable(),
    priceCents: z.number().int(),
    cancelHours: z.number().int(),
    headCount: z.number().int().nullable(),
    cancelledReason: z.string().nullable(),
    heldAt: instant.nullable(),
    opening: openingField.describe('`outside-hours` and `closed`: the lab is not open then'),
    roomIds: z.array(id<RoomId>()),
    machineIds: z.array(id<MachineId>()),
    own: z.array(ownPlace).describe('Your own registration, and those of minors whose guardian you are'),
    canManage: z.boolean().describe('True if you may change it and note attendance'),
    version: z.number().int(),
  })
  .meta({ id: 'LabSession' });
export class SessionDto extends createZodDto(sessionView) {}
export class LabSessionListDto extends createZodDto(pageOf(sessionView)) {}

const MOST_DAYS = 370;
export class AgendaQueryDto extends createZodDto(
  z
    .object({
      from: z.iso
        .date()
        .optional()
        .describe('First day; left out: today, or no limit where one of the links is given'),
      until: z.iso.date().optional().describe('Last day, included; left out: 31 days later'),
      labId: id<LabId>().optional(),
      trainerId: id<AccountId>().optional(),
      topicId: id<TopicId>().optional(),
      kind: kindField.optional(),
      state: stateField.optional().describe('Left out: all but cancelled ones'),
      audience: z.enum(AUDIENCES).optional(),
      seriesId: id<SeriesId>().optional(),
      projectId: id<ProjectId>().optional(),
      prestationId: id<PrestationId>().optional(),
      organisationId: id<OrganisationId>().optional(),
      groupId: id<GroupId>().optional(),
    })
    .refine(
      ({ from, until }) =>
        !from || !until || (from <= until && Date.parse(until) - Date.parse(from) <= MOST_DAYS * 86_400_000),
      { message: fieldRule('lastDay'), path: ['until'] },
    ),
) {}

export class TrainerListDto extends createZodDto(
  pageOf(z.object({ id: id<AccountId>(), name: z.string() }).meta({ id: 'LabTrainer' })),
) {}

const publicView = z
  .object({
    id: id<SessionId>(),
    kind: kindField,
    title: z.string(),
    titleEn: z.string().nullable(),
    description: z.string().nullable(),
    labId: id<LabId>(),
    labName: z.string(),
    timeZone: z.string(),
    from: instant,
    until: instant,
    audience: audienceField,
    priceCents: z.number().int(),
    capacity: z.number().int().nullable(),
    placesLeft: z.number().int().nullable().describe('Null: no limit'),
  })
  .meta({ id: 'PublicLabSession' });
export class PublicSessionListDto extends createZodDto(pageOf(publicView)) {}
export class PublicSessionQueryDto extends createZodDto(z.object({ labId: id<LabId>().optional() })) {}
