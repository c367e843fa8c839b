import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FaultCode, LabId, SessionId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { AgendaService } from './agenda.service';
import {
  AgendaQueryDto,
  LabSessionListDto,
  NewSessionsDto,
  SessionCancelDto,
  SessionChangesDto,
  SessionDto,
  SessionHeldDto,
  SessionLineDto,
  SessionsCancelDto,
  TrainerListDto,
} from './sessions.dto';
import { SessionsService } from './sessions.service';

/** What can be wrong with a session that is made or changed. */
const UNFIT: readonly FaultCode[] = [
  'MACHINE.RETIRED',
  'MACHINE.UNKNOWN',
  'MACHINE.UNKNOWN_KIND',
  'ROOM.RETIRED',
  'ROOM.UNKNOWN',
  'SESSION.CLOSED',
  'SESSION.GROUP_MISSING',
  'SESSION.LENGTH',
  'SESSION.LINK_UNKNOWN',
  'SESSION.MACHINE_IN_MAINTENANCE',
  'SESSION.MACHINE_TAKEN',
  'SESSION.NOT_TRAINER',
  'SESSION.PAST',
  'SESSION.ROOM_TAKEN',
  'SESSION.TOO_FAR',
  'SESSION.TRAINER_TAKEN',
  'TOPIC.RETIRED',
  'TOPIC.UNKNOWN',
];

/** Sessions that the labs teach. Signed-in browsers are sessions too: they are at `/v1/sessions`. */
@ApiTags('activity')
@Controller('v1')
export class LabSessionsController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly sessions: SessionsService,
  ) {}

  /** Lists the sessions between two days, the earliest first: all for staff, for others those that they can come to. */
  @Get('lab-sessions')
  @Can('session.read', 'network')
  @ZodResponse({ type: LabSessionListDto })
  list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: AgendaQueryDto) {
    return this.agenda.list(account, query);
  }

  /** Plans one session, or all of a series. Where one date cannot be, nothing is planned, and the answer says why. */
  @Post('lab-sessions')
  @Can('session.manage', 'network')
  @ZodResponse({ status: 201, type: LabSessionListDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'LAB.UNKNOWN',
    'SESSION.NO_DATE',
    'SESSION.TITLE_MISSING',
    'SESSION.TOO_MANY',
    ...UNFIT,
  )
  create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewSessionsDto) {
    return this.sessions.create(account, body);
  }

  /** Cancels several planned sessions; those who are registered are told why. */
  @Post('lab-sessions/cancel')
  @HttpCode(200)
  @Can('session.manage', 'network')
  @ZodResponse({ status: 200, type: LabSessionListDto })
  @Faults('AUTH.OTHER_LAB', 'SESSION.HELD', 'SESSION.UNKNOWN')
  cancelAll(@CurrentAccount() account: CurrentAccountInfo, @Body() body: SessionsCancelDto) {
    return this.sessions.cancelAll(account, body);
  }

  /** Shows one session. */
  @Get('lab-sessions/:id')
  @Can('session.read', 'network')
  @ZodResponse({ type: SessionDto })
  @Faults('SESSION.UNKNOWN')
  get(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SessionId) {
    return this.agenda.get(account, id);
  }

  /**
   * Changes a planned session, or it and the later ones of its series. Fields that are left out stay. With more places
   * the waiting list moves up; those who are registered are told of another time, place or title.
   */
  @Patch('lab-sessions/:id')
  @Can('session.manage', 'lab-session')
  @ZodResponse({ type: LabSessionListDto })
  @Faults(
    'SESSION.APPOINTMENT_PRIVATE',
    'SESSION.CANCELLED',
    'SESSION.CAPACITY_BELOW',
    'SESSION.CHANGED',
    'SESSION.HELD',
    'SESSION.ON_ORDER',
    'SESSION.UNKNOWN',
    ...UNFIT,
  )
  change(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: SessionId,
    @Body() body: SessionChangesDto,
  ) {
    return this.sessions.change(account, id, body);
  }

  /** Cancels a planned session, or it and the later ones of its series; those who are registered are told why. */
  @Post('lab-sessions/:id/cancel')
  @HttpCode(200)
  @Can('session.manage', 'lab-session')
  @ZodResponse({ status: 200, type: LabSessionListDto })
  @Faults('SESSION.HELD', 'SESSION.UNKNOWN')
  cancel(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: SessionId,
    @Body() body: SessionCancelDto,
  ) {
    return this.sessions.cancel(account, id, body);
  }

  /** Notes that a session took place, and how many people without a name were there. Said again, it changes the number. */
  @Post('lab-sessions/:id/held')
  @HttpCode(200)
  @Can('session.manage', 'lab-session')
  @ZodResponse({ status: 200, type: LabSessionListDto })
  @Faults('SESSION.CANCELLED', 'SESSION.NOT_BEGUN', 'SESSION.UNKNOWN')
  held(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SessionId, @Body() body: SessionHeldDto) {
    return this.sessions.hold(account, id, body);
  }

  /** Adds a session to the client order that pays for it, as a line; once. */
  @Post('lab-sessions/:id/prestation-line')
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: LabSessionListDto })
  @Faults(
    'BILLING.ALREADY_INVOICED',
    'BILLING.AMOUNT_TOO_LARGE',
    'PRESTATION.CANCELLED',
    'SESSION.CANCELLED',
    'SESSION.NO_ORDER',
    'SESSION.ON_ORDER',
    'SESSION.UNKNOWN',
  )
  bill(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SessionId, @Body() body: SessionLineDto) {
    return this.sessions.bill(account, id, body);
  }

  /** Takes back that a session took place. Attendance that was noted stays. */
  @Post('lab-sessions/:id/reopen')
  @HttpCode(200)
  @Can('session.manage', 'lab-session')
  @ZodResponse({ status: 200, type: LabSessionListDto })
  @Faults('SESSION.CANCELLED', 'SESSION.UNKNOWN')
  reopen(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SessionId) {
    return this.sessions.reopen(account, id);
  }

  /** Lists those who can lead sessions of a lab, by name. */
  @Get('labs/:id/trainers')
  @Can('session.manage', 'lab')
  @ZodResponse({ type: TrainerListDto })
  @Faults('LAB.UNKNOWN')
  trainers(@PathId() id: LabId) {
    return this.agenda.trainers(id);
  }
}
