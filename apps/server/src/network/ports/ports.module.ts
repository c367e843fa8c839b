import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { LabsModule } from '../labs/labs.module';
import { LinkModule } from '../link/link.module';
import { MachinesModule } from '../machines/machines.module';
import { PortReports } from './port-reports';
import { PortsController } from './ports.controller';
import { PortsService } from './ports.service';

/** The serial ports of labs' computers: what machines can be made of. */
@Module({
  imports: [LabsModule, LinkModule, MachinesModule],
  controllers: [PortsController],
  providers: [PortReports, PortsService],
})
export class PortsModule {}

export const ports: Feature = { module: PortsModule };
