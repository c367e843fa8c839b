import type { PricedLine } from '@pandafab/domain';
import { type Cents, newId, typesetFrench } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { euros, quantityWithUnit, unitPrice } from '../kit/french';
import { parisDay } from '../kit/paris';
import { appendLine, lockPrestation } from '../prestations/prestation-lines';
import type { UsageRecord } from './usage-record.entity';

const COLON = typesetFrench(' :');
const names: Record<PricedLine['code'], string> = {
  SET_UP: 'Mise en route',
  MACHINE_TIME: 'Temps machine',
  MATERIAL: 'Matière',
  MINIMUM: 'Complément au minimum de facturation',
};

/** The calculation of an amount, as the client reads it: "Matière PLA : 12,3 g × 83,40 € / 1000 g = 1,03 €". */
export function explainLine(line: PricedLine): string {
  const name = line.material === null ? names[line.code] : `${names[line.code]} ${line.material}`;
  if (line.unit === 'C62') return `${name}${COLON} ${euros(line.amountCents)}`;
  const quantity = quantityWithUnit(line.quantity, line.unit);
  return `${name}${COLON} ${quantity} × ${unitPrice(line.unitPriceCents, line.unit, line.basis)} = ${euros(line.amountCents)}`;
}

/**
 * Adds a charged print to its prestation. A prestation that was invoiced meanwhile accepts no further line: the record
 * stays without one, and a person decides.
 */
export async function chargePrint(unit: Unit, record: UsageRecord): Promise<boolean> {
  if (record.prestationId === null || !record.chargedCents) return false;
  const prestation = await lockPrestation(unit, record.prestationId);
  if (prestation?.state !== 'open') return false;
  const chargedCents = record.chargedCents as Cents;
  await appendLine(unit, prestation.id, {
    id: newId(),
    kind: 'print',
    usageRecordId: record.id,
    label: typesetFrench('Impression 3D « {file} »').replace('{file}', () => record.fileName),
    details: (record.lines ?? []).map(explainLine),
    quantity: '1',
    unit: 'C62',
    basis: 1,
    unitPriceCents: chargedCents,
    netCents: chargedCents,
    activity: null,
    nature: null,
    servedOn: parisDay(record.at),
    createdAt: unit.now,
  });
  return true;
}
