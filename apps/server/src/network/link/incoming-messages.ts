import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { PresenceMessage, TelemetryMessage, UpMessage } from '@pandafab/lab-link';
import type { LabId } from '@pandafab/shared';
import { Registry } from '../../platform/kit/registry';

type AgentMessage = UpMessage | PresenceMessage | TelemetryMessage;
type Kind = AgentMessage['kind'];
/** A parsed message of an agent. */
export type Received<K extends Kind> = Extract<AgentMessage, { readonly kind: K }>;

type Handle = (labId: LabId, message: AgentMessage) => Promise<void>;
type Handler<K extends Kind> = (labId: LabId, message: Received<K>) => Promise<void>;

const KINDS = ['hello', 'receipt', 'event', 'presence', 'telemetry', 'ports'] as const satisfies Kind[];

/**
 * Which handler each kind of message from agents has. The rules of agents register handlers; the link only parses
 * messages and keeps their order.
 */
@Injectable()
export class IncomingMessages implements OnApplicationBootstrap {
  private readonly handlers = new Registry<Kind, Handle>('handler of the agents’ message');

  register<K extends Kind>(kind: K, handler: Handler<K>): void {
    this.handlers.register(kind, async (labId, message) => {
      if (isOf(kind, message)) await handler(labId, message);
    });
  }

  onApplicationBootstrap(): void {
    this.handlers.assertComplete(KINDS);
  }

  handle(labId: LabId, message: AgentMessage): Promise<void> {
    return this.handlers.get(message.kind)(labId, message);
  }
}

const isOf = <K extends Kind>(kind: K, message: AgentMessage): message is Received<K> =>
  message.kind === kind;
