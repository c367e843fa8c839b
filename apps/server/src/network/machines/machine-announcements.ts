import { Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';

export interface MachinesChanged {
  readonly labId: LabId;
  /** A line bridge has a new account, which the broker has to admit. */
  readonly hasNewBridge: boolean;
}

type Listener = (changed: MachinesChanged) => Promise<void> | void;

/** Announces that the machines of a lab were changed: network/agents tells the lab's agent, and the broker. */
@Injectable()
export class MachineAnnouncements {
  private readonly listeners: Listener[] = [];

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Call it after the commit. It returns when all listeners have finished. */
  async announce(changed: MachinesChanged): Promise<void> {
    for (const listener of this.listeners) await listener(changed);
  }
}
