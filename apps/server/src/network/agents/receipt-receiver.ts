import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { agentActor } from '../../platform/kit/actor';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { acknowledge } from '../link/link-outbox';
import { Refusals } from '../link/refusals';
import { noteStopArrived } from '../machines/stop-arrived';
import { Agent } from './agent.entity';

/** Handles the receipts of agents: a message that is in their journal is not sent again. */
@Injectable()
export class ReceiptReceiver implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: IncomingMessages,
    private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    this.messages.register('receipt', (labId, message) => this.handle(labId, message));
  }

  private async handle(labId: LabId, { replyTo, body: { epoch } }: Received<'receipt'>): Promise<void> {
    const agent = await this.database.of(Agent).findOneBy({ labId });
    if (agent?.epoch !== epoch) return this.refusals.refuse(labId, 'epoch', `epoch ${epoch}`);
    if (!replyTo) return;
    const receipt = async (unit: Unit) => {
      const message = await acknowledge(unit, labId, replyTo);
      if (message) await noteStopArrived(unit, message);
    };
    await this.unitOfWork.run(receipt, { by: agentActor(agent.id) });
  }
}
