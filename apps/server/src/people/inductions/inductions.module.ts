import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { MembersModule } from '../members/members.module';
import { Induction } from './induction.entities';
import { InductionRegistrations } from './induction-registrations';
import { inductionsAudit } from './inductions.audit';
import { InductionsController } from './inductions.controller';
import { inductionsFaults } from './inductions.faults';
import { InductionsService } from './inductions.service';

/** The right to use a kind of machine. */
@Module({
  imports: [MembersModule],
  controllers: [InductionsController],
  providers: [InductionRegistrations, InductionsService],
})
export class InductionsModule {}

export const inductions = {
  module: InductionsModule,
  tables: [Induction],
  auditWords: [inductionsAudit],
  faults: [inductionsFaults],
} satisfies Feature;
