import { Module } from '@nestjs/common';
import { MatchingModule } from '../matching/matching.module';
import { MaterialsModule } from '../materials/materials.module';
import { AllowancesController } from './allowances.controller';
import { AllowancesService } from './allowances.service';
import { EnrolmentController } from './enrolment.controller';
import { EnrolmentService } from './enrolment.service';
import { LabsController } from './labs.controller';
import { LabsService } from './labs.service';
import { MachineConsoleController } from './machine-console.controller';
import { MachineConsoleService } from './machine-console.service';
import { MachinesService } from './machines.service';

@Module({
  imports: [MatchingModule, MaterialsModule],
  controllers: [LabsController, AllowancesController, EnrolmentController, MachineConsoleController],
  exports: [LabsService, MachinesService],
  providers: [LabsService, EnrolmentService, MachinesService, AllowancesService, MachineConsoleService],
})
export class LabsModule {}
