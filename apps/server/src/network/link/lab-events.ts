import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type LabEvent, type LabEventType, labEventTypes } from '@pandafab/lab-link';
import type { Instant, LabId } from '@pandafab/shared';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';

export type EventOf<Type extends LabEventType> = Extract<LabEvent, { readonly type: Type }>;

/** Where and when an event happened. */
export interface EventOrigin {
  readonly labId: LabId;
  /** By the agent's clock. */
  readonly at: Instant;
}

type Apply = (unit: Unit, event: LabEvent, origin: EventOrigin) => Promise<void>;
/** @param unit in which the event is counted as applied; its actor is the lab's agent */
type Handler<Type extends LabEventType> = (
  unit: Unit,
  event: EventOf<Type>,
  origin: EventOrigin,
) => Promise<void>;

/**
 * The handlers of the events that labs report. The module that a kind of event concerns registers its handler; the
 * handler is called once for each event, in the order in which they happened in the lab, inside the unit of work that
 * receives the event.
 */
@Injectable()
export class LabEvents implements OnApplicationBootstrap {
  private readonly followers: { readonly type: LabEventType; readonly apply: Apply }[] = [];
  private readonly handlers = new Registry<LabEventType, Apply>('handler of the lab event');

  register<Type extends LabEventType>(type: Type, handler: Handler<Type>): void {
    this.handlers.register(type, async (unit, event, origin) => {
      if (isOf(type, event)) await handler(unit, event, origin);
    });
  }

  /** Also calls `handler` for each event of this kind: after its own handler, in the same unit of work. */
  follow<Type extends LabEventType>(type: Type, handler: Handler<Type>): void {
    this.followers.push({
      type,
      apply: async (unit, event, origin) => {
        if (isOf(type, event)) await handler(unit, event, origin);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.handlers.assertComplete(labEventTypes);
  }

  async apply(unit: Unit, event: LabEvent, origin: EventOrigin): Promise<void> {
    await this.handlers.get(event.type)(unit, event, origin);
    for (const { type, apply } of this.followers) if (type === event.type) await apply(unit, event, origin);
  }
}

const isOf = <Type extends LabEventType>(type: Type, event: LabEvent): event is EventOf<Type> =>
  event.type === type;
