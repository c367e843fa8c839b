import { Module } from '@nestjs/common';
import { LabsController } from './labs.controller';
import { LabsService } from './labs.service';
import { MachinesService } from './machines.service';
import { ProfileCatalogue } from './profile-catalogue';

@Module({ controllers: [LabsController], providers: [LabsService, MachinesService, ProfileCatalogue] })
export class LabsModule {}
