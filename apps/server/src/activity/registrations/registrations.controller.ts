import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FaultCode, RegistrationId, SessionId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findRegistration } from './find-registration';
import {
  ArrivalDto,
  AttendanceDto,
  NewRegistrationDto,
  NotedAttendanceDto,
  NotedAttendanceListDto,
  RegistrationListDto,
  RestOfAttendanceDto,
  SessionPersonDto,
} from './registrations.dto';
import { RegistrationsService } from './registrations.service';

const OF_PEOPLE: readonly FaultCode[] = [
  'AUTH.OTHER_LAB',
  'MEMBER.NOT_KNOWN',
  'MEMBER.UNKNOWN',
  'REGISTRATION.CONSENT_MISSING',
  'REGISTRATION.GUARDIAN_NEEDED',
  'REGISTRATION.LEADS',
  'REGISTRATION.OVERLAP',
  'SESSION.CANCELLED',
  'SESSION.UNKNOWN',
];
const OF_ATTENDANCE: readonly FaultCode[] = [
  'INDUCTION.PAST',
  'REGISTRATION.CANCELLED',
  'REGISTRATION.ERASED',
  'SESSION.CANCELLED',
  'SESSION.NOT_BEGUN',
];

@ApiTags('activity')
@Controller('v1')
export class SessionPeopleController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly read: ReadDatabase,
  ) {}

  /** Lists the people of a session, cancelled ones too, in the order in which they were registered. */
  @Get('lab-sessions/:id/registrations')
  @Can('session.manage', 'lab-session')
  @ZodResponse({ type: RegistrationListDto })
  @Faults('SESSION.UNKNOWN')
  list(@PathId() id: SessionId) {
    return this.registrations.list(id);
  }

  /**
   * Registers you, a minor whose guardian you are, or for staff a member. When all places are taken the person waits,
   * and gets the next free place. Sent again, it changes nothing.
   */
  @Post('lab-sessions/:id/registrations')
  @Can('session.attend', 'network')
  @ZodResponse({ status: 201, type: SessionPersonDto })
  @Faults(
    'REGISTRATION.BEGUN',
    'REGISTRATION.NOT_IN_GROUP',
    'REGISTRATION.STAFF_ONLY',
    'SESSION.HELD',
    ...OF_PEOPLE,
  )
  register(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: SessionId,
    @Body() body: NewRegistrationDto,
  ) {
    return this.registrations.register(account, id, body);
  }

  /** Cancels a registration; the first person of the waiting list gets the place. An appointment is given up with it. */
  @Post('registrations/:id/cancel')
  @HttpCode(200)
  @Can('session.attend', 'network')
  @ZodResponse({ status: 200, type: SessionPersonDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'REGISTRATION.ATTENDED',
    'REGISTRATION.BEGUN',
    'REGISTRATION.ERASED',
    'REGISTRATION.UNKNOWN',
    'SESSION.HELD',
  )
  cancel(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: RegistrationId) {
    return this.registrations.cancel(account, id);
  }

  /** Notes whether a person came, or takes that back. The induction of the session is given in the same step. */
  @Post('registrations/:id/attendance')
  @HttpCode(200)
  @Can('session.manage', 'network')
  @ZodResponse({ status: 200, type: NotedAttendanceDto })
  @Faults('AUTH.OTHER_LAB', 'REGISTRATION.UNKNOWN', ...OF_ATTENDANCE)
  async mark(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: RegistrationId,
    @Body() body: AttendanceDto,
  ) {
    const { session } = await findRegistration(this.read.manager, id);
    demandIn(account, 'session.manage', session.labId);
    return this.registrations.mark(account, id, body);
  }

  /** Notes that a person is there, by their card or by name; with `walkIn` also a person who is not registered. */
  @Post('lab-sessions/:id/arrivals')
  @HttpCode(200)
  @Can('session.manage', 'lab-session')
  @ZodResponse({ status: 200, type: NotedAttendanceDto })
  @Faults('REGISTRATION.CARD_UNKNOWN', 'REGISTRATION.NOT_REGISTERED', ...OF_PEOPLE, ...OF_ATTENDANCE)
  arrive(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SessionId, @Body() body: ArrivalDto) {
    return this.registrations.arrive(account, id, body);
  }

  /** Notes the same for each registered person whose attendance is not noted yet. */
  @Post('lab-sessions/:id/attendance')
  @HttpCode(200)
  @Can('session.manage', 'lab-session')
  @ZodResponse({ status: 200, type: NotedAttendanceListDto })
  @Faults('SESSION.UNKNOWN', ...OF_ATTENDANCE)
  markRest(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: SessionId,
    @Body() body: RestOfAttendanceDto,
  ) {
    return this.registrations.markRest(account, id, body);
  }
}
