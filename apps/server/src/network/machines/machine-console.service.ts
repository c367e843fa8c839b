import { Injectable } from '@nestjs/common';
import type { MachineId } from '@pandafab/shared';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { LiveConsoles } from '../link/live-consoles';
import { findMachine } from './find-machine';

@Injectable()
export class MachineConsoleService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly consoles: LiveConsoles,
  ) {}

  /** @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE */
  async read(id: MachineId) {
    const { labId } = await findMachine(this.database.manager, id);
    return { lines: this.consoles.read(labId, id) };
  }
}
