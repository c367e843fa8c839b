import { Injectable, Logger } from '@nestjs/common';
import {
  type Decoded,
  decode,
  presenceSchema,
  readTopic,
  telemetrySchema,
  upSchema,
} from '@pandafab/lab-link';
import type { LabId } from '@pandafab/shared';
import { IncomingMessages } from './incoming-messages';
import { LabTurns } from './lab-turns';
import { Refusals } from './refusals';

/** Parses the messages of agents and passes them on: those of one lab in order, telemetry immediately. */
@Injectable()
export class LinkReceiver {
  private readonly log = new Logger('LabLink');

  constructor(
    private readonly messages: IncomingMessages,
    private readonly turns: LabTurns,
    private readonly refusals: Refusals,
  ) {}

  receive(topic: string, payload: Uint8Array): void {
    const address = readTopic(topic);
    if (!address) return;
    const { labId, leaf } = address;
    if (leaf === 'telemetry') return this.receiveTelemetry(labId, payload);
    this.turns.add(labId, () =>
      leaf === 'presence' ? this.receivePresence(labId, payload) : this.receiveUp(labId, payload),
    );
  }

  private receiveTelemetry(labId: LabId, payload: Uint8Array): void {
    const message = this.read(labId, decode(telemetrySchema, payload));
    if (message)
      this.messages
        .handle(labId, message)
        .catch((error: Error) => this.log.error(error.message, error.stack));
  }

  private async receivePresence(labId: LabId, payload: Uint8Array): Promise<void> {
    // An empty retained message clears the one that a broker retained.
    if (payload.length === 0) return;
    const message = this.read(labId, decode(presenceSchema, payload));
    if (message) await this.messages.handle(labId, message);
  }

  private async receiveUp(labId: LabId, payload: Uint8Array): Promise<void> {
    const message = this.read(labId, decode(upSchema, payload));
    if (message) await this.messages.handle(labId, message);
  }

  private read<Message>(labId: LabId, read: Decoded<Message>): Message | undefined {
    if (read.ok) return read.message;
    this.refusals.refuse(labId, read.refusal, read.detail);
    return undefined;
  }
}
