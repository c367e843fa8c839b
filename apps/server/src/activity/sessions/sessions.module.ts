import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Session, SessionMachine, SessionRoom, SessionSeries } from './session.entities';
import { Sessions1764500215000 } from './sessions.migration';

/** Appointments, courses, workshops, classes and open hours. */
@Module({})
export class SessionsModule {}

export const sessions: Feature = {
  module: SessionsModule,
  tables: [SessionSeries, Session, SessionRoom, SessionMachine],
  migrations: [Sessions1764500215000],
};
