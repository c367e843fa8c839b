import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { SellerService } from '../../money/seller/seller.service';
import { LabsService } from '../../network/labs/labs.service';
import { Machine } from '../../network/machines/machine.entity';
import { Member } from '../../people/members/member.entity';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Run } from '../../production/jobs/run.entity';

/** The person who created the service is its first member. */
const FOUNDERS = 1;

/** What a new service still lacks. Nothing of it is stored: each answer comes from the data itself. */
@Injectable()
export class InstallationService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly labs: LabsService,
    private readonly seller: SellerService,
  ) {}

  async progress() {
    const labs = await this.labs.list();
    const inService = { retiredAt: IsNull() };
    const machines = this.database.of(Machine);
    return {
      lab: labs.total > 0,
      computer: labs.items.some(({ hasComputer }) => hasComputer),
      machine: await machines.existsBy(inService),
      spool: await machines.existsBy({ ...inService, spoolId: Not(IsNull()) }),
      seller: await this.hasSeller(),
      member: (await this.database.of(Member).count()) > FOUNDERS,
      print: await this.database.of(Run).existsBy({ state: 'done' }),
    };
  }

  private async hasSeller(): Promise<boolean> {
    try {
      await this.seller.current();
      return true;
    } catch (error) {
      if (error instanceof Fault && error.code === 'BILLING.SELLER_MISSING') return false;
      throw error;
    }
  }
}
