import { typesetFrench } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { euros } from '../kit/french';
import { parisDay } from '../kit/paris';
import type { Prestation } from '../prestations/prestation.entities';
import { appendLine } from '../prestations/prestation-lines';
import { eurosOf } from '../prestations/whole-amount';
import { explainLine } from '../pricing/print-line';
import type { UsageRecord } from '../pricing/usage-record.entity';
import type { AccountCharge } from './account.entities';

/** A charged print with its charge. */
export interface ChargedPrint {
  readonly charge: AccountCharge;
  readonly record: UsageRecord;
}

const FREE = typesetFrench('Part gratuite du mois : − {amount}');
const LABEL = typesetFrench('Impression 3D « {file} »');

/** The line of a print on the member's invoice: what was charged, and how the amount came about. */
export async function appendCharge(
  unit: Unit,
  prestation: Prestation,
  { charge, record }: ChargedPrint,
): Promise<void> {
  const { netCents, freeCents, usageRecordId } = charge;
  const free = freeCents > 0 ? [FREE.replace('{amount}', () => euros(freeCents))] : [];
  await appendLine(unit, prestation, {
    ...{ kind: 'print', usageRecordId, articleId: null, stageId: null },
    label: LABEL.replace('{file}', () => record.fileName),
    details: [...(record.lines ?? []).map(explainLine), ...free],
    ...{ quantity: '1', unit: 'C62', basis: 1, discounts: [] },
    unitPrice: eurosOf(netCents),
    netCents,
    ...{ activity: null, nature: null },
    servedOn: parisDay(record.at),
  });
}
