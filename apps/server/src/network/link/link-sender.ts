import { Inject, Injectable } from '@nestjs/common';
import {
  type BodyOf,
  type DownMessage,
  type EnvelopeOptions,
  encodeDown,
  labTopics,
} from '@pandafab/lab-link';
import type { Clock, LabId } from '@pandafab/shared';
import type { MqttClient } from 'mqtt';
import { CLOCK } from '../../platform/kit/config';

/** Publishes to labs, over the present connection. */
@Injectable()
export class LinkSender {
  private client: MqttClient | undefined;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  use(client: MqttClient): void {
    this.client = client;
  }

  get isConnected(): boolean {
    return this.client?.connected ?? false;
  }

  /** Publishes to a lab now, or not at all: messages that matter are sent again by their sender. */
  say<Kind extends DownMessage['kind']>(
    labId: LabId,
    kind: Kind,
    body: BodyOf<Kind>,
    options: EnvelopeOptions = {},
  ): void {
    if (!this.client?.connected) return;
    const message = encodeDown(this.clock, kind, body, options);
    this.client.publish(labTopics(labId).down, message, { qos: 1 });
  }
}
