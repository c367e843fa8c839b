import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { PresenceBook } from '../link/presence-book';
import { Agent } from './agent.entity';
import { HelloRequests } from './hello-requests';

/** Handles the presence messages of agents, including their last wills. */
@Injectable()
export class PresenceReceiver implements OnModuleInit {
  private readonly log = new Logger('LabLink');

  constructor(
    private readonly database: ReadDatabase,
    private readonly messages: IncomingMessages,
    private readonly presence: PresenceBook,
    private readonly hellos: HelloRequests,
  ) {}

  onModuleInit(): void {
    this.messages.register('presence', (labId, message) => this.handle(labId, message));
  }

  private async handle(labId: LabId, { body }: Received<'presence'>): Promise<void> {
    const { state, agentId: id, instanceId, epoch } = body;
    const agent = await this.database.of(Agent).findOneBy({ id, labId });
    // Revoked: no agent of this lab counts as connected, whatever the message says.
    if (agent?.instanceId === null) return this.leave(labId);
    // Ignore the last will of a replaced agent.
    if (agent?.instanceId !== instanceId) return;
    if (state === 'offline') return this.leave(labId);
    // A message that the broker retained may be from before this process started.
    if (!this.presence.isOnline(labId)) this.hellos.send(labId, Math.max(agent.epoch, epoch ?? 0));
  }

  private leave(labId: LabId): void {
    if (this.presence.leave(labId)) this.log.log(`lab ${labId} is offline`);
  }
}
