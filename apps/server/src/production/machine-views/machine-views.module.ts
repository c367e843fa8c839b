import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import { MachinesModule } from '../../network/machines/machines.module';
import { MaintenanceModule } from '../../network/maintenance/maintenance.module';
import type { Feature } from '../../platform/kit/feature';
import { MaterialsModule } from '../../stock/spools/materials.module';
import { MatchingModule } from '../matching/matching.module';
import { MachineRetirementService } from './machine-retirement.service';
import { MachineSpoolsService } from './machine-spools.service';
import { MachinesController } from './machines.controller';
import { MachinesWithJobs } from './machines-with-jobs';

/** Machines, with the data that production and stock add. */
@Module({
  imports: [LinkModule, MachinesModule, MaintenanceModule, MatchingModule, MaterialsModule],
  controllers: [MachinesController],
  providers: [MachineRetirementService, MachineSpoolsService, MachinesWithJobs],
  exports: [MachinesWithJobs],
})
export class MachineViewsModule {}

export const machineViews: Feature = { module: MachineViewsModule };
