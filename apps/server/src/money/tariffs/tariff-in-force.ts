import type { Instant, TariffId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type Day, parisDay } from '../kit/paris';
import { Tariff, TariffVersion } from './tariff.entities';

type Dated = Pick<TariffVersion, 'number' | 'inForceFrom' | 'createdAt'>;

/** The first day on which a version's prices apply. */
export const beginsOn = ({ inForceFrom, createdAt }: Dated): Day => inForceFrom ?? parisDay(createdAt);

/** By their first day, and those of one day as they were published. */
export const inOrder = <Version extends Dated>(versions: readonly Version[]): Version[] =>
  [...versions].sort((a, b) => beginsOn(a).localeCompare(beginsOn(b)) || a.number - b.number);

/**
 * The version whose prices apply on a day: the one that began last; of several that began on one day, the last
 * published. What was used before the first version began is priced with the first.
 */
export function versionOn<Version extends Dated>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  const ordered = inOrder(versions);
  return ordered.findLast((version) => beginsOn(version) <= day) ?? ordered[0];
}

/** The version of the chosen tariff that applies at a time, else of the standard one. Null before any exists. */
export async function tariffInForce(
  manager: EntityManager,
  chosen: TariffId | null,
  at: Instant,
): Promise<TariffVersion | null> {
  const tariffId = chosen ?? (await manager.findOneBy(Tariff, { standard: true }))?.id;
  if (!tariffId) return null;
  const versions = await manager.findBy(TariffVersion, { tariffId });
  return versionOn(versions, parisDay(at)) ?? null;
}
