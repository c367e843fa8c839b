import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReportedPort } from '@pandafab/lab-link';
import type { Clock, LabId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { PresenceBook } from '../link/presence-book';
import { Refusals } from '../link/refusals';

interface PortReport {
  readonly ports: readonly ReportedPort[];
  readonly at: number;
}

/**
 * The last report of the serial ports of each lab's computer. In memory only, as the state of its machines is: an agent
 * reports again after each welcome, and only a person who looks at the page needs it.
 */
@Injectable()
export class PortReports implements OnModuleInit {
  private readonly reports = new Map<LabId, PortReport>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly messages: IncomingMessages,
    private readonly presence: PresenceBook,
    private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    this.messages.register('ports', async (labId, message) => this.handle(labId, message));
  }

  /** Undefined where the lab's computer has not reported any since this process started. */
  of(labId: LabId): PortReport | undefined {
    return this.reports.get(labId);
  }

  private handle(labId: LabId, { body: { epoch, ports } }: Received<'ports'>): void {
    if (!this.presence.isOnline(labId) || this.presence.demandOnline(labId) !== epoch)
      return this.refusals.refuse(labId, 'epoch', `ports of epoch ${epoch}`);
    this.reports.set(labId, { ports, at: this.clock.now() });
  }
}
