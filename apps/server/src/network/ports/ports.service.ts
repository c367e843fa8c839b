import { Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { toIso } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { LabsService } from '../labs/labs.service';
import { LinkSender } from '../link/link-sender';
import { PresenceBook } from '../link/presence-book';
import { Machine } from '../machines/machine.entity';
import { ProfileCatalogue } from '../machines/profile-catalogue';
import { proposeMachine } from './machine-proposal';
import { PortReports } from './port-reports';

/** A person who asked waits for the answer on the page: later it surprises. */
const LOOK_EXPIRES_MS = 10_000;

/** The serial ports of labs' computers, as people see them. */
@Injectable()
export class PortsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly labs: LabsService,
    private readonly presence: PresenceBook,
    private readonly reports: PortReports,
    private readonly profiles: ProfileCatalogue,
    private readonly sender: LinkSender,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async list(labId: LabId) {
    const { agentOnline } = await this.labs.get(labId);
    const report = this.reports.of(labId);
    const machines = await this.database.of(Machine).findBy({ labId });
    const own = new Set(machines.map(({ id }) => id));
    const items = (report?.ports ?? []).map((port) => ({
      ...port,
      // An agent may name only machines of its own lab.
      machineId: port.machineId && own.has(port.machineId) ? port.machineId : null,
      proposal: proposeMachine(port, (id) => this.profiles.find(id)),
    }));
    return { agentOnline, reportedAt: report ? toIso(report.at) : null, items, total: items.length };
  }

  /**
   * Tells the lab's computer to ask what is behind the ports that no machine uses.
   * @throws Fault LAB.UNKNOWN, LAB.AGENT_OFFLINE
   */
  async look(labId: LabId): Promise<void> {
    await this.labs.get(labId);
    const epoch = this.presence.demandOnline(labId);
    this.sender.say(labId, 'look', { epoch }, { expiresInMs: LOOK_EXPIRES_MS });
  }
}
