import { Injectable } from '@nestjs/common';
import type { ExpectedUsage, FinishedRun, PaidBy } from '@pandafab/domain';
import type { PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../platform/persistence/unit';
import type { Prestation } from './prestations/prestation.entities';
import { openPrestation } from './prestations/prestation-lines';
import { UsageService } from './pricing/usage.service';
import type { Estimate } from './pricing/usage-record.dto';
import type { UsageRecord } from './pricing/usage-record.entity';

/** The functions of billing that other modules call, in their own units of work. */
@Injectable()
export class BillingService {
  constructor(private readonly usage: UsageService) {}

  /**
   * Records and prices the usage of a run; null if the run did not end `done`, or was already recorded.
   * Call it after the run's material movements are booked.
   */
  recordUsage(unit: Unit, run: FinishedRun): Promise<UsageRecord | null> {
    return this.usage.recordUsage(unit, run);
  }

  /** The value of a print now, and the amount that would be charged; null if the network has no tariff. */
  estimate(manager: EntityManager, whose: PaidBy, usage: ExpectedUsage): Promise<Estimate | null> {
    return this.usage.estimate(manager, whose, usage);
  }

  /**
   * The prestation that pays for a job. Locked: it cannot be invoiced before this unit of work ends.
   * @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED, PRESTATION.DELIVERED.
   */
  openPrestation(unit: Unit, id: PrestationId): Promise<Prestation> {
    return openPrestation(unit, id);
  }
}
