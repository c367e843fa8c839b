import { Module } from '@nestjs/common';
import { MembersModule } from '../../people/members/members.module';
import type { Feature } from '../../platform/kit/feature';
import { SessionsModule } from '../sessions/sessions.module';
import { AppointmentsService } from './appointments.service';
import { trainerHoursAudit } from './trainer-hours.audit';
import { TrainerHoursController } from './trainer-hours.controller';
import { TrainerHours } from './trainer-hours.entity';
import { trainerHoursFaults } from './trainer-hours.faults';
import { TrainerHours1764500217000 } from './trainer-hours.migration';
import { TrainerHoursService } from './trainer-hours.service';

/** When trainers can be booked, and appointments with them. */
@Module({
  imports: [MembersModule, SessionsModule],
  controllers: [TrainerHoursController],
  providers: [AppointmentsService, TrainerHoursService],
})
export class TrainerHoursModule {}

export const trainerHours = {
  module: TrainerHoursModule,
  tables: [TrainerHours],
  migrations: [TrainerHours1764500217000],
  auditWords: [trainerHoursAudit],
  faults: [trainerHoursFaults],
} satisfies Feature;
