import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Instant, TopicId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';

/** Planned sessions that have a topic. */
export interface TopicUse {
  readonly count: number;
  /** Beginning of the first of them. */
  readonly nextAt: Instant | null;
}
type FindUse = (manager: EntityManager, id: TopicId, now: Instant) => Promise<TopicUse>;

const USE = 'sessions';

/** Where the catalogue asks which sessions have a topic. activity/sessions knows them, and registers here. */
@Injectable()
export class TopicUses implements OnApplicationBootstrap {
  private readonly finders = new Registry<typeof USE, FindUse>('uses of topics by');

  register(find: FindUse): void {
    this.finders.register(USE, find);
  }

  onApplicationBootstrap(): void {
    this.finders.assertComplete([USE]);
  }

  of(manager: EntityManager, id: TopicId, now: Instant): Promise<TopicUse> {
    return this.finders.get(USE)(manager, id, now);
  }
}
