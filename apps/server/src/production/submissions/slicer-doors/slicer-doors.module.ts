import { Module } from '@nestjs/common';
import { AgentsModule } from '../../../network/agents/agents.module';
import { LinkModule } from '../../../network/link/link.module';
import { MachinesModule } from '../../../network/machines/machines.module';
import { AccountsModule } from '../../../people/accounts/accounts.module';
import { GroupsModule } from '../../../people/groups/groups.module';
import type { Feature } from '../../../platform/kit/feature';
import { JobsModule } from '../../jobs/jobs.module';
import { MatchingModule } from '../../matching/matching.module';
import { UploadsModule } from '../uploads.module';
import { AgentAddressController } from './agent-address.controller';
import { DeviceDoor } from './device-page/device.door';
import { DoorKeeper } from './door-keeper.service';
import { DoorRoutes } from './door-routes.service';
import { SlicerIntake } from './intake.service';
import { SlicerPlaces } from './places.service';
import { AppKeysDoor } from './protocols/app-keys.door';
import { CuraDoor } from './protocols/cura.door';
import { MoonrakerDoor } from './protocols/moonraker.door';
import { OctoPrintDoor } from './protocols/octoprint.door';
import { PrusaLinkDoor } from './protocols/prusa-link.door';
import { RepetierDoor } from './protocols/repetier.door';
import { SlicerUploading } from './protocols/uploading.service';
import { SlicerReading } from './reading.service';
import { SlicerRequest } from './requests/slicer-request.entity';
import { SlicerRequests1764500032000 } from './requests/slicer-requests.migration';
import { SlicerRequestsService } from './requests/slicer-requests.service';
import { slicerDoorsFaults } from './slicer-doors.faults';
import { SlicerDoors } from './slicer-doors.service';
import { SlicersController } from './slicers.controller';
import { SlicerTargets } from './targets.service';

@Module({
  imports: [
    AccountsModule,
    AgentsModule,
    GroupsModule,
    JobsModule,
    LinkModule,
    MachinesModule,
    MatchingModule,
    UploadsModule,
  ],
  controllers: [AgentAddressController, SlicersController],
  providers: [
    DoorKeeper,
    DoorRoutes,
    SlicerDoors,
    SlicerIntake,
    SlicerPlaces,
    SlicerReading,
    SlicerRequestsService,
    SlicerTargets,
    SlicerUploading,
    ...[AppKeysDoor, CuraDoor, DeviceDoor, MoonrakerDoor, OctoPrintDoor, PrusaLinkDoor, RepetierDoor],
  ],
})
export class SlicerDoorsModule {}

export const slicerDoors: Feature = {
  module: SlicerDoorsModule,
  tables: [SlicerRequest],
  migrations: [SlicerRequests1764500032000],
  faults: [slicerDoorsFaults],
};
