import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { TopicsModule } from '../topics/topics.module';
import { AgendaService } from './agenda.service';
import { PublicSessionsController } from './public-sessions.controller';
import { PublicSessionsService } from './public-sessions.service';
import { Session, SessionMachine, SessionRoom, SessionSeries } from './session.entities';
import { SessionLines1764500251000 } from './session-lines.migration';
import { SessionPeople } from './session-people';
import { SessionRegistrations } from './session-registrations';
import { sessionsAudit } from './sessions.audit';
import { LabSessionsController } from './sessions.controller';
import { sessionsFaults } from './sessions.faults';
import { Sessions1764500215000 } from './sessions.migration';
import { SessionsService } from './sessions.service';

/** Appointments, courses, workshops, classes and open hours. */
@Module({
  imports: [TopicsModule],
  controllers: [LabSessionsController, PublicSessionsController],
  providers: [AgendaService, PublicSessionsService, SessionPeople, SessionRegistrations, SessionsService],
  exports: [AgendaService, PublicSessionsService, SessionPeople],
})
export class SessionsModule {}

export const sessions = {
  module: SessionsModule,
  tables: [SessionSeries, Session, SessionRoom, SessionMachine],
  migrations: [Sessions1764500215000, SessionLines1764500251000],
  auditWords: [sessionsAudit],
  faults: [sessionsFaults],
} satisfies Feature;
