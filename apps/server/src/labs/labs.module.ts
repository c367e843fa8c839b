import { Module } from '@nestjs/common';
import { AllowancesController } from './allowances.controller';
import { AllowancesService } from './allowances.service';
import { EnrolmentController } from './enrolment.controller';
import { EnrolmentService } from './enrolment.service';
import { LabsController } from './labs.controller';
import { LabsService } from './labs.service';
import { MachinesService } from './machines.service';

@Module({
  controllers: [LabsController, AllowancesController, EnrolmentController],
  exports: [LabsService, MachinesService],
  providers: [LabsService, EnrolmentService, MachinesService, AllowancesService],
})
export class LabsModule {}
