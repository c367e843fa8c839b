import type { PricedLine } from '@pandafab/domain';
import { typesetFrench } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { euros, quantityWithUnit, unitPrice } from '../kit/french';
import { parisDay } from '../kit/paris';
import { appendLine, lockPrestation } from '../prestations/prestation-lines';
import { acceptsLines } from '../prestations/prestation-view';
import { eurosOf } from '../prestations/whole-amount';
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
 * Adds a charged print to its prestation, unless an agreed price covers the prints. A prestation that was invoiced
 * meanwhile accepts no further line: the record stays without one, and a person decides. A print that ends after the
 * delivery was recorded is still charged.
 */
export async function chargePrint(unit: Unit, record: UsageRecord): Promise<boolean> {
  if (record.prestationId === null || !record.chargedCents) return false;
  const prestation = await lockPrestation(unit, record.prestationId);
  if (!prestation?.printsCharged || !acceptsLines(prestation.state)) return false;
  await appendLine(unit, prestation, {
    kind: 'print',
    usageRecordId: record.id,
    ...{ articleId: null, stageId: null },
    label: typesetFrench('Impression 3D « {file} »').replace('{file}', () => record.fileName),
    details: (record.lines ?? []).map(explainLine),
    ...{ quantity: '1', unit: 'C62', basis: 1, discounts: [] },
    unitPrice: eurosOf(record.chargedCents),
    netCents: record.chargedCents,
    ...{ activity: null, nature: null },
    servedOn: parisDay(record.at),
  });
  return true;
}
