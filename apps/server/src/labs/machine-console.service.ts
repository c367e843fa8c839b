import { Injectable } from '@nestjs/common';
import { Fault, type MachineId } from '@pandafab/shared';
import { LiveConsoles } from '../link/live-consoles';
import { ReadDatabase } from '../persistence/read-database';
import { Machine } from './machine.entity';

@Injectable()
export class MachineConsoleService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly consoles: LiveConsoles,
  ) {}

  /** @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE */
  async read(id: MachineId) {
    const machine = await this.database.of(Machine).findOneBy({ id });
    if (!machine) throw new Fault('MACHINE.UNKNOWN');
    return { lines: this.consoles.read(machine.labId, id) };
  }
}
