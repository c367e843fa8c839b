import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';
import type { Prestation } from '../prestations/prestation.entities';

/** The conditions in other modules that block the invoice of a prestation. */
const BLOCKERS = ['pending-prints'] as const;
type Blocker = (typeof BLOCKERS)[number];

/** Why the prestation cannot be invoiced now; undefined if nothing blocks it. */
type FindBlocker = (manager: EntityManager, prestation: Prestation) => Promise<Fault | undefined>;

/**
 * The blockers of an invoice. The module that knows a blocker registers its check. The server does not start if one is
 * missing, because a prestation could then be invoiced without its last prints.
 */
@Injectable()
export class IssuingBlockers implements OnApplicationBootstrap {
  private readonly blockers = new Registry<Blocker, FindBlocker>('blocker of issuing');

  register(name: Blocker, find: FindBlocker): void {
    this.blockers.register(name, find);
  }

  /** @throws Error with the names of the blockers that no module registered */
  onApplicationBootstrap(): void {
    this.blockers.assertComplete(BLOCKERS);
  }

  /** The caller must have locked the prestation. @throws Fault the first blocker found */
  async demandNone(manager: EntityManager, prestation: Prestation): Promise<void> {
    for (const [, find] of this.blockers.all()) {
      const fault = await find(manager, prestation);
      if (fault) throw fault;
    }
  }
}
