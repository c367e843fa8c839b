import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { LinkModule } from '../link/link.module';
import { AllowancesController } from './allowances.controller';
import { AllowancesService } from './allowances.service';
import { BedClearing } from './bed-clearing.entity';
import { BedClearings1764500140000 } from './bed-clearings.migration';
import { Machine } from './machine.entity';
import { MachineAnnouncements } from './machine-announcements';
import { MachineCommandsController } from './machine-commands.controller';
import { MachineCommandsService } from './machine-commands.service';
import { MachineConsoleController } from './machine-console.controller';
import { MachineConsoleService } from './machine-console.service';
import { MachineDescription1764500041000 } from './machine-description.migration';
import { MachineEquipment1764500120000 } from './machine-equipment.migration';
import { MachineKind } from './machine-kind.entity';
import { MachineKindsController } from './machine-kinds.controller';
import { MachineKindsService } from './machine-kinds.service';
import { MachineList } from './machine-list';
import { MachinePolicies } from './machine-policies';
import { MachineReadiness } from './machine-readiness';
import { MachineRecordController } from './machine-record.controller';
import { MachineAllowance, MachineChange, MachineEvent } from './machine-record.entities';
import { MachineRegistrations } from './machine-registrations';
import { MachineReports } from './machine-reports';
import { MachineRetired1764420000000 } from './machine-retired.migration';
import { MachineViews } from './machine-views';
import { MachineWords1764350800000 } from './machine-words.migration';
import { machinesAudit } from './machines.audit';
import { machinesFaults } from './machines.faults';
import { MachinesService } from './machines.service';
import { OverdueStops } from './overdue-stops';
import { ProfileCatalogue } from './profile-catalogue';
import { ProfilesController } from './profiles.controller';
import { ProfilesService } from './profiles.service';

@Module({
  imports: [LinkModule],
  controllers: [
    AllowancesController,
    MachineCommandsController,
    MachineConsoleController,
    MachineKindsController,
    MachineRecordController,
    ProfilesController,
  ],
  providers: [
    OverdueStops,
    MachineReports,
    MachineList,
    AllowancesService,
    MachineAnnouncements,
    MachineCommandsService,
    MachineConsoleService,
    MachineKindsService,
    MachinePolicies,
    MachineReadiness,
    MachineRegistrations,
    MachineViews,
    MachinesService,
    ProfileCatalogue,
    ProfilesService,
  ],
  exports: [
    MachineList,
    MachineAnnouncements,
    MachineCommandsService,
    MachinePolicies,
    MachineViews,
    MachinesService,
    ProfileCatalogue,
  ],
})
export class MachinesModule {}

export const machines = {
  module: MachinesModule,
  tables: [BedClearing, Machine, MachineAllowance, MachineChange, MachineEvent, MachineKind],
  migrations: [
    BedClearings1764500140000,
    MachineWords1764350800000,
    MachineRetired1764420000000,
    MachineDescription1764500041000,
    MachineEquipment1764500120000,
  ],
  auditWords: [machinesAudit],
  faults: [machinesFaults],
} satisfies Feature;
