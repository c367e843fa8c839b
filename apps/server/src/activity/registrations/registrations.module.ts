import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import { MembersModule } from '../../people/members/members.module';
import { CalendarFeeds } from '../../platform/calendar/calendar-feeds.service';
import type { Feature } from '../../platform/kit/feature';
import { SessionsModule } from '../sessions/sessions.module';
import { AttendedSessions } from './attended-sessions.service';
import { OwnSessionsController } from './own-sessions.controller';
import { OwnSessionsService } from './own-sessions.service';
import { RegistrationBook } from './people-book.service';
import { Registration, SessionFeed } from './registration.entities';
import { RegistrationRegistrations } from './registration-registrations';
import { registrationsAudit } from './registrations.audit';
import { SessionPeopleController } from './registrations.controller';
import { registrationsFaults } from './registrations.faults';
import { Registrations1764500216000 } from './registrations.migration';
import { RegistrationsService } from './registrations.service';
import { Reminders1764500280000 } from './reminders.migration';
import { SessionCalendarsController } from './session-calendars.controller';
import { SessionFeeds } from './session-feeds.service';
import { sessionNotices } from './session-notices';
import { SessionReminders } from './session-reminders.service';

/** People at sessions. */
@Module({
  imports: [ImportModule, MembersModule, SessionsModule],
  controllers: [OwnSessionsController, SessionPeopleController, SessionCalendarsController],
  providers: [
    ...[OwnSessionsService, RegistrationBook, RegistrationRegistrations, RegistrationsService],
    ...[CalendarFeeds, SessionFeeds, SessionReminders, AttendedSessions],
  ],
})
export class RegistrationsModule {}

export const registrations = {
  module: RegistrationsModule,
  tables: [Registration, SessionFeed],
  migrations: [Registrations1764500216000, Reminders1764500280000],
  auditWords: [registrationsAudit],
  faults: [registrationsFaults],
  noticeKinds: sessionNotices,
} satisfies Feature;
