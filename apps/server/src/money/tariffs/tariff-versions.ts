import { type AccountId, Fault, newId, type TariffId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { type Day, parisDay } from '../kit/paris';
import type { PublishTariffDto } from './tariff.dto';
import { Tariff, TariffVersion } from './tariff.entities';

/**
 * Adds a version to the tariff of this name; makes the tariff if it does not exist.
 * @throws Fault BILLING.TARIFF_DAY_PAST {day, today}, BILLING.TARIFF_FIRST_LATER
 */
export async function addVersion(
  unit: Unit,
  createdBy: AccountId,
  { name, rates, inForceFrom: wanted }: PublishTariffDto,
): Promise<{ readonly tariff: Tariff; readonly version: TariffVersion }> {
  const { manager, now: createdAt } = unit;
  const tariff = await named(unit, name);
  const last = (await manager.maximum(TariffVersion, 'number', { tariffId: tariff.id })) ?? 0;
  const inForceFrom = firstDay(wanted, parisDay(createdAt), Number(last) === 0);
  const version: TariffVersion = {
    id: newId(),
    tariffId: tariff.id,
    number: Number(last) + 1,
    ...{ rates, inForceFrom, createdBy, createdAt },
  };
  await manager.insert(TariffVersion, version);
  await audit(unit, {
    action: 'tariff.published',
    subject: ['tariff', tariff.id],
    after: { name: tariff.name, number: version.number, versionId: version.id, inForceFrom },
  });
  return { tariff, version };
}

/** Today or later: nothing is priced again. Until a first version begins there would be no price. */
function firstDay(wanted: Day | undefined, today: Day, isFirst: boolean): Day {
  const day = wanted ?? today;
  if (day < today) throw new Fault('BILLING.TARIFF_DAY_PAST', { day, today });
  if (isFirst && day > today) throw new Fault('BILLING.TARIFF_FIRST_LATER');
  return day;
}

async function named({ manager, now }: Unit, name: string): Promise<Tariff> {
  // Writing the name again locks the row: two versions published at the same time get two numbers.
  await manager.update(Tariff, { name }, { name });
  const known = await manager.findOneBy(Tariff, { name });
  if (known) return known;
  const standard = !(await manager.existsBy(Tariff, { standard: true }));
  const tariff: Tariff = { id: newId<TariffId>(), name, standard, createdAt: now };
  await manager.insert(Tariff, tariff);
  return tariff;
}
