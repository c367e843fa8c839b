import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MachineAnnouncements } from '../machines/machine-announcements';
import { MachineList } from '../machines/machine-list';
import { BrokerAccess } from './broker-access';

/** After a change of machines, sends the lab's agent its machines again, and tells the broker of new line bridges. */
@Injectable()
export class MachineNews implements OnModuleInit {
  constructor(
    private readonly announcements: MachineAnnouncements,
    private readonly machines: MachineList,
    private readonly access: BrokerAccess,
  ) {}

  onModuleInit(): void {
    this.announcements.onChange(async ({ labId, hasNewBridge }) => {
      if (hasNewBridge) this.access.changed();
      await this.machines.tell(labId);
    });
  }
}
