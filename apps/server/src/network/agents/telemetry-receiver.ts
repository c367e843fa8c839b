import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { LabTurns } from '../link/lab-turns';
import { PresenceBook } from '../link/presence-book';
import { Refusals } from '../link/refusals';
import { MachineList } from '../machines/machine-list';
import { HelloRequests } from './hello-requests';
import { LabsToMatch } from './labs-to-match';

/** Handles the telemetry that agents send each second. It is kept in memory only. */
@Injectable()
export class TelemetryReceiver implements OnModuleInit {
  constructor(
    private readonly messages: IncomingMessages,
    private readonly turns: LabTurns,
    private readonly presence: PresenceBook,
    private readonly refusals: Refusals,
    private readonly hellos: HelloRequests,
    private readonly machines: MachineList,
    private readonly toMatch: LabsToMatch,
  ) {}

  onModuleInit(): void {
    this.messages.register('telemetry', async (labId, message) => this.handle(labId, message));
  }

  private handle(labId: LabId, { body: { epoch, machines } }: Received<'telemetry'>): void {
    if (!this.presence.isOnline(labId)) return this.hellos.onTelemetry(labId, epoch);
    const recorded = this.presence.record(labId, epoch, machines);
    if (recorded === 'refused') return this.refusals.refuse(labId, 'epoch', `telemetry of epoch ${epoch}`);
    if (recorded === 'freed') this.toMatch.add(labId);
    if (!this.turns.isBusy(labId) && this.machines.isMissing(labId, machines))
      this.turns.add(labId, () => this.machines.tell(labId));
    this.toMatch.request(labId);
  }
}
