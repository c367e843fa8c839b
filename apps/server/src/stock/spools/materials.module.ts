import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import type { Feature } from '../../platform/kit/feature';
import { FilamentsController } from './filaments.controller';
import { FilamentsService } from './filaments.service';
import { Filament, MaterialMovement, Spool, SpoolChangeRow } from './material.entities';
import { MaterialsController } from './materials.controller';
import { MaterialsService } from './materials.service';
import { RetiredFilaments1764352100000 } from './retired-filaments.migration';
import { SpoolLoading } from './spool-loading';
import { SpoolRegistrations } from './spool-registrations';
import { SpoolWords1764350700000 } from './spool-words.migration';
import { spoolsAudit } from './spools.audit';
import { spoolsFaults } from './spools.faults';

@Module({
  imports: [LinkModule],
  controllers: [FilamentsController, MaterialsController],
  providers: [FilamentsService, MaterialsService, SpoolLoading, SpoolRegistrations],
  exports: [SpoolLoading],
})
export class MaterialsModule {}

export const spools = {
  module: MaterialsModule,
  tables: [Filament, MaterialMovement, Spool, SpoolChangeRow],
  migrations: [SpoolWords1764350700000, RetiredFilaments1764352100000],
  auditWords: [spoolsAudit],
  faults: [spoolsFaults],
} satisfies Feature;
