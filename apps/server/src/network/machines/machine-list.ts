import { Inject, Injectable } from '@nestjs/common';
import type { MachineConfig } from '@pandafab/lab-link';
import type { Clock, LabId, MachineId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { LinkSender } from '../link/link-sender';
import { Peers } from '../link/peers';
import { REPEAT_MS } from '../link/waiting-messages';
import { Machine } from './machine.entity';

/** The machines in service of a lab, as its agent needs them. */
@Injectable()
export class MachineList {
  /**
   * Which machines each lab was sent, and when: if the lab never reports one of them, it may not have received the
   * message.
   */
  private readonly told = new Map<LabId, { readonly ids: readonly MachineId[]; readonly at: number }>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly sender: LinkSender,
    private readonly peers: Peers,
  ) {}

  /** For a message to the lab's agent: from now on the agent is expected to report these machines. */
  async of(labId: LabId): Promise<MachineConfig[]> {
    const machines = await this.database.of(Machine).findBy({ labId, retiredAt: IsNull() });
    this.told.set(labId, { ids: machines.map(({ id }) => id), at: this.clock.monotonic() });
    return machines.map(({ id, name, profileId, address, credentials, baudRate }) => ({
      machineId: id,
      name,
      profileId,
      address,
      credentials,
      baudRate,
    }));
  }

  /** Sends a lab its machines again, after one was added or changed. */
  async tell(labId: LabId): Promise<void> {
    const epoch = (await this.peers.epochs([labId])).get(labId) ?? 0;
    if (epoch > 0) this.sender.say(labId, 'machines', { epoch, machines: await this.of(labId) });
  }

  /** True where this lab was sent a machine that it does not report: that message was lost. */
  isMissing(labId: LabId, reported: readonly { readonly machineId: MachineId }[]): boolean {
    const told = this.told.get(labId);
    if (!told || this.clock.monotonic() - told.at < 2 * REPEAT_MS) return false;
    const known = new Set(reported.map(({ machineId }) => machineId));
    return told.ids.some((id) => !known.has(id));
  }
}
