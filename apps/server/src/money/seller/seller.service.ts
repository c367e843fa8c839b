import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type Day, parisDay } from '../kit/paris';
import { SellerLogo, SellerSettings } from './seller.entity';
import {
  completeSettings,
  type PutSellerSettingsDto,
  type SellerSettingsBody,
  type SellerSettingsDto,
  type SellerVersionListDto,
} from './seller.schema';

const LATEST_FIRST = { inForceFrom: 'DESC', createdAt: 'DESC', id: 'DESC' } as const;

/**
 * The settings that documents of `day` show: the latest in force on that day; of several for one day, the last
 * written.
 * @throws Fault BILLING.SELLER_MISSING.
 */
export async function sellerOn(manager: EntityManager, day: Day): Promise<SellerSettings> {
  const found = await manager.findOne(SellerSettings, {
    where: { inForceFrom: LessThanOrEqual(day) },
    order: LATEST_FIRST,
  });
  if (!found) throw new Fault('BILLING.SELLER_MISSING', { day });
  return { ...found, settings: completeSettings(found.settings) };
}

/** The settings in force on a day; null before the first ones. */
export const currentSeller = (manager: EntityManager, day: Day): Promise<SellerSettingsBody | null> =>
  manager
    .findOne(SellerSettings, { where: { inForceFrom: LessThanOrEqual(day) }, order: LATEST_FIRST })
    .then((found) => found && completeSettings(found.settings));

/** The settings of the seller from a day on. */
export type DatedSeller = Pick<SellerSettings, 'inForceFrom' | 'settings'>;

/**
 * Every version of the settings that begins on `day` or before, the one in force on `day` first.
 * @throws Fault BILLING.SELLER_MISSING.
 */
export async function sellersUntil(
  manager: EntityManager,
  day: Day,
): Promise<readonly [DatedSeller, ...DatedSeller[]]> {
  const where = { inForceFrom: LessThanOrEqual(day) };
  const rows = await manager.find(SellerSettings, { where, order: LATEST_FIRST });
  const [first, ...earlier] = rows.map(({ inForceFrom, settings }) => ({
    ...{ inForceFrom, settings: completeSettings(settings) },
  }));
  if (!first) throw new Fault('BILLING.SELLER_MISSING', { day });
  return [first, ...earlier];
}

@Injectable()
export class SellerService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault BILLING.SELLER_MISSING if no settings are recorded. */
  async current(): Promise<SellerSettingsDto> {
    return toDto(await sellerOn(this.database.manager, parisDay(this.clock.now())));
  }

  /** The latest first day first; of several for one day, the last written first. */
  async versions(): Promise<SellerVersionListDto> {
    const rows = await this.database.of(SellerSettings).find({ order: LATEST_FIRST });
    const items = rows.map((row) => ({ ...toDto(row), recordedAt: toIso(row.createdAt) }));
    return { items, total: items.length };
  }

  async save(createdBy: AccountId, body: PutSellerSettingsDto): Promise<SellerSettingsDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const { inForceFrom = parisDay(createdAt), ...rest } = body;
      const settings: SellerSettingsBody = rest;
      await demandLogo(unit, settings.logoSha256);
      const row: SellerSettings = { id: newId(), inForceFrom, settings, createdBy, createdAt };
      await manager.insert(SellerSettings, row);
      const subject = ['seller', row.id] as const;
      await audit(unit, { action: 'seller.recorded', subject, after: { inForceFrom, settings } });
      return toDto(row);
    });
  }
}

/** @throws Fault SELLER.LOGO_UNKNOWN. */
async function demandLogo({ manager }: Unit, sha256: string | null): Promise<void> {
  if (sha256 !== null && !(await manager.existsBy(SellerLogo, { sha256 })))
    throw new Fault('SELLER.LOGO_UNKNOWN');
}

const toDto = ({ settings, inForceFrom }: SellerSettings): SellerSettingsDto => ({
  ...completeSettings(settings),
  inForceFrom,
});
