import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AccountId, LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { SessionDto } from '../sessions/sessions.dto';
import { AppointmentsService } from './appointments.service';
import {
  NewAppointmentDto,
  SetTrainerHoursDto,
  SlotListDto,
  SlotQueryDto,
  TrainerHoursDto,
  TrainerHoursListDto,
} from './trainer-hours.dto';
import { TrainerHoursService } from './trainer-hours.service';

@ApiTags('activity')
@Controller('v1/labs/:id')
export class TrainerHoursController {
  constructor(
    private readonly hours: TrainerHoursService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** Lists when the trainers of a lab can be booked, by name. */
  @Get('trainer-hours')
  @Can('session.manage', 'lab')
  @ZodResponse({ type: TrainerHoursListDto })
  @Faults('LAB.UNKNOWN')
  list(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: LabId) {
    return this.hours.list(account, id);
  }

  /** Sets when a trainer can be booked at a lab: trainers their own, managers of the lab those of all. */
  @Put('trainer-hours/:trainerId')
  @Can('session.manage', 'lab')
  @ZodResponse({ type: TrainerHoursDto })
  @Faults('LAB.UNKNOWN', 'SESSION.NOT_TRAINER', 'TRAINER_HOURS.CHANGED')
  set(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: LabId,
    @PathId('trainerId') trainerId: AccountId,
    @Body() body: SetTrainerHoursDto,
  ) {
    return this.hours.set(account, id, trainerId, body);
  }

  /** Lists the times at which a trainer of the lab can be booked, the earliest first. */
  @Get('slots')
  @Can('session.read', 'network')
  @ZodResponse({ type: SlotListDto })
  @Faults('LAB.UNKNOWN')
  slots(@PathId() id: LabId, @Query() query: SlotQueryDto) {
    return this.hours.slots(id, query);
  }

  /** Books an appointment with a trainer: for you, for a minor whose guardian you are, or for staff for a member. */
  @Post('appointments')
  @Can('session.attend', 'network')
  @ZodResponse({ status: 201, type: SessionDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'LAB.UNKNOWN',
    'MEMBER.NOT_KNOWN',
    'MEMBER.UNKNOWN',
    'REGISTRATION.CONSENT_MISSING',
    'REGISTRATION.GUARDIAN_NEEDED',
    'REGISTRATION.LEADS',
    'REGISTRATION.OVERLAP',
    'SESSION.CLOSED',
    'SESSION.LENGTH',
    'SESSION.NOT_TRAINER',
    'SESSION.PAST',
    'SESSION.TOO_FAR',
    'SESSION.TRAINER_TAKEN',
    'TOPIC.RETIRED',
    'TOPIC.UNKNOWN',
    'TRAINER_HOURS.SLOT_TAKEN',
    'TRAINER_HOURS.TOO_MANY',
    'TRAINER_HOURS.TOPIC',
  )
  book(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: LabId, @Body() body: NewAppointmentDto) {
    return this.appointments.book(account, id, body);
  }
}
