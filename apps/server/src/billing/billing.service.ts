import { Inject, Injectable } from '@nestjs/common';
import type { ExpectedUsage } from '@pandafab/domain';
import { type Clock, Fault, type PrestationId, type RunId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../config';
import type { Prestation } from './prestations/prestation.entities';
import { lockPrestation } from './prestations/prestation-lines';
import { type Paying, UsageService } from './usage/usage.service';
import type { Estimate } from './usage/usage-record.dto';
import type { UsageRecord } from './usage/usage-record.entity';

/** What the rest of the server asks of billing, inside its own units of work. */
@Injectable()
export class BillingService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly usage: UsageService,
  ) {}

  /**
   * Records and prices what a run used; null when it did not end `done`, or was recorded before.
   * Call it once the run is updated and its material movements are booked.
   */
  recordUsage(manager: EntityManager, runId: RunId): Promise<UsageRecord | null> {
    return this.usage.record(manager, runId);
  }

  /** What a print would be worth now, and what of it would be charged; null where the network has no tariff. */
  estimate(manager: EntityManager, whose: Paying, usage: ExpectedUsage): Promise<Estimate | null> {
    return this.usage.estimate(manager, whose, usage);
  }

  /**
   * The prestation that a job is made for; it cannot be invoiced before this unit of work ends.
   * @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED.
   */
  async openPrestation(manager: EntityManager, id: PrestationId): Promise<Prestation> {
    const prestation = await lockPrestation(manager, this.clock, id);
    if (!prestation) throw new Fault('BILLING.PRESTATION_UNKNOWN', { id });
    if (prestation.state !== 'open')
      throw new Fault('BILLING.ALREADY_INVOICED', { reference: prestation.reference });
    return prestation;
  }
}
