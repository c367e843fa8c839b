import { ATTENDANCES, REGISTRATION_STATES } from '@pandafab/domain';
import { fieldRule, type MemberId, type RegistrationId, type SessionId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, pageOf } from '../../platform/http/fields';
import { sessionView } from '../sessions/sessions.dto';
import { INDUCTION_OUTCOMES } from './note-attendance';

const stateField = z.enum(REGISTRATION_STATES).meta({ id: 'RegistrationState' });
const attendanceField = z.enum(ATTENDANCES).meta({ id: 'Attendance' });

const consent = z
  .boolean()
  .default(false)
  .describe('For a minor: that the guardian agrees. Their guardian says so, or staff note it');

export class NewRegistrationDto extends createZodDto(
  z.object({
    memberId: id<MemberId>()
      .optional()
      .describe(
        'You, if left out; a minor whose guardian you are; for staff, any member whom their lab knows',
      ),
    consent,
  }),
) {}

const registrationView = z
  .object({
    id: id<RegistrationId>(),
    sessionId: id<SessionId>(),
    memberId: id<MemberId>().nullable().describe('Null: the person was erased; the row still counts'),
    name: z.string().nullable(),
    isMinor: z.boolean(),
    state: stateField,
    position: z.number().int().nullable().describe('Place on the waiting list, from 1; null for others'),
    registeredAt: instant,
    consent: z
      .object({ by: id<MemberId>(), name: z.string().nullable(), at: instant })
      .nullable()
      .describe('The guardian of a minor who agreed; null for adults'),
    cancelledAt: instant.nullable(),
    cancelledLate: z.boolean(),
    attendance: attendanceField.nullable().describe('Null: not noted yet'),
    markedAt: instant.nullable(),
    inductionGiven: z.boolean().describe('True if the induction was given in the same step'),
  })
  .meta({ id: 'Registration' });
export class SessionPersonDto extends createZodDto(registrationView) {}
export class RegistrationListDto extends createZodDto(pageOf(registrationView)) {}

const induction = {
  grantInduction: z.boolean().default(true).describe('False: without the induction of the session'),
  inductionUntil: instantInput.nullable().default(null).describe('End of the induction; null: without end'),
};
export class AttendanceDto extends createZodDto(
  z.object({
    attendance: attendanceField.nullable().describe('Null takes it back, with the induction that it gave'),
    ...induction,
  }),
) {}
export class ArrivalDto extends createZodDto(
  z
    .object({
      code: lineOfText(200).optional().describe('What a scanner read from the person’s card'),
      memberId: id<MemberId>().optional(),
      walkIn: z.boolean().default(false).describe('True: also a person who is not registered'),
      consent,
      ...induction,
    })
    .refine(({ code, memberId }) => (code === undefined) !== (memberId === undefined), {
      message: fieldRule('cardOrMember'),
      path: ['code'],
    }),
) {}
export class RestOfAttendanceDto extends createZodDto(
  z.object({ attendance: attendanceField, ...induction }),
) {}

const outcome = z
  .enum(INDUCTION_OUTCOMES)
  .meta({ id: 'InductionOutcome' })
  .nullable()
  .describe(
    '`not-yours-to-give`: only a trainer of the lab gives it. `kept`: only a trainer of the lab withdraws it',
  );
export class NotedAttendanceDto extends createZodDto(
  z.object({ registration: registrationView, induction: outcome }).meta({ id: 'NotedAttendance' }),
) {}
export class NotedAttendanceListDto extends createZodDto(pageOf(NotedAttendanceDto.schema)) {}

export class OwnSessionListDto extends createZodDto(
  pageOf(
    z
      .object({
        registrationId: id<RegistrationId>(),
        memberId: id<MemberId>(),
        memberName: z.string(),
        mine: z.boolean().describe('False: of a minor whose guardian you are'),
        state: stateField,
        position: z.number().int().nullable(),
        attendance: attendanceField.nullable(),
        mayCancel: z.boolean(),
        lateFrom: instant.describe('Cancelled after this moment, it is noted as late'),
        session: sessionView,
      })
      .meta({ id: 'OwnLabSession' }),
  ),
) {}
export class OwnSessionQueryDto extends createZodDto(
  z.object({
    past: z.stringbool().default(false).describe('`true`: those that have ended, the latest first'),
  }),
) {}

const feedKind = z.enum(['own', 'trainer']).meta({ id: 'SessionFeedKind' });
const feedView = z
  .object({
    id: id(),
    kind: feedKind.describe('`own`: sessions that you attend; `trainer`: sessions that you lead'),
    createdAt: instant,
  })
  .meta({ id: 'SessionFeed' });
export class SessionFeedListDto extends createZodDto(pageOf(feedView)) {}
export class NewSessionFeedDto extends createZodDto(z.object({ kind: feedKind })) {}
export class CreatedSessionFeedDto extends createZodDto(
  feedView
    .extend({ url: z.string().describe('The secret address. It is shown only in this answer') })
    .meta({ id: 'CreatedSessionFeed' }),
) {}
