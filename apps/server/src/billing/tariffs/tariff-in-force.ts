import type { TariffId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Tariff, TariffVersion } from './tariff.entities';

/** The version that prices now: of the tariff that was chosen, else of the standard one. Null before any exists. */
export async function tariffInForce(
  manager: EntityManager,
  chosen: TariffId | null,
): Promise<TariffVersion | null> {
  const tariffId = chosen ?? (await manager.findOneBy(Tariff, { standard: true }))?.id;
  if (!tariffId) return null;
  return manager.findOne(TariffVersion, { where: { tariffId }, order: { number: 'DESC' } });
}
