import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { type Day, parisDay } from '../paris';
import { SellerSettings } from './seller.entity';
import type { PutSellerSettingsDto, SellerSettingsBody, SellerSettingsDto } from './seller.schema';

/**
 * The settings that documents of `day` show: the latest that came into force by then, and of that day the last that
 * was written.
 * @throws Fault BILLING.SELLER_MISSING.
 */
export async function sellerOn(manager: EntityManager, day: Day): Promise<SellerSettings> {
  const found = await manager.findOne(SellerSettings, {
    where: { inForceFrom: LessThanOrEqual(day) },
    order: { inForceFrom: 'DESC', createdAt: 'DESC', id: 'DESC' },
  });
  if (!found) throw new Fault('BILLING.SELLER_MISSING', { day });
  return found;
}

@Injectable()
export class SellerService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault BILLING.SELLER_MISSING before any were recorded. */
  async current(): Promise<SellerSettingsDto> {
    return toDto(await sellerOn(this.database.manager, parisDay(this.clock.now())));
  }

  async record(createdBy: AccountId, body: PutSellerSettingsDto): Promise<SellerSettingsDto> {
    const { inForceFrom = parisDay(this.clock.now()), ...rest } = body;
    const settings: SellerSettingsBody = rest;
    const createdAt = this.clock.now();
    const row: SellerSettings = { id: newId(), inForceFrom, settings, createdBy, createdAt };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(SellerSettings, row);
      const subject = ['seller', row.id] as const;
      await audit(manager, this.clock, {
        action: 'seller.recorded',
        subject,
        after: { inForceFrom, settings },
      });
    });
    return toDto(row);
  }
}

const toDto = ({ settings, inForceFrom }: SellerSettings): SellerSettingsDto => ({
  ...settings,
  inForceFrom,
});
