import { isPayableLine, lineAmount } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { type Day, parisDay } from '../kit/paris';
import { tariffInForce } from '../tariffs/tariff-in-force';
import type { EditedLine } from './line.dto';
import type { Prestation } from './prestation.entities';
import type { NewLine } from './prestation-lines';
import { eurosOf } from './whole-amount';

type WrittenLine = Exclude<EditedLine, { readonly kind: 'print' }>;

const NONE = { usageRecordId: null, articleId: null, activity: null, nature: null } as const;
const WITHOUT_AMOUNT = { quantity: '0', unit: 'C62', basis: 1, unitPrice: '0', netCents: 0 } as const;

/**
 * The row of a line that staff wrote, with its amount.
 * @param usualDay the day of the service where the line has none; today if left out
 * @throws Fault BILLING.AMOUNT_TOO_LARGE, PRESTATION.NO_MACHINE_PRICE.
 */
export async function newLineOf(
  unit: Unit,
  prestation: Prestation,
  line: WrittenLine,
  usualDay: Day = parisDay(unit.now),
): Promise<NewLine> {
  const { kind, label, stageId } = line;
  if (kind === 'text' || kind === 'subtotal') {
    const details = kind === 'text' ? line.details : [];
    return { ...NONE, ...WITHOUT_AMOUNT, kind, label, stageId, details, discounts: [], servedOn: usualDay };
  }
  const { quantity, basis, discounts, details } = line;
  const unitPrice = line.unitPrice ?? (await machineHourPrice(unit, prestation));
  if (!isPayableLine({ quantity, unitPrice, basis }))
    throw new Fault('BILLING.AMOUNT_TOO_LARGE', { reference: prestation.reference });
  const { netCents } = lineAmount({ quantity, unitPrice, basis, discounts });
  const servedOn = line.servedOn ?? usualDay;
  const shared = { kind, label, stageId, details, quantity, basis, unitPrice, discounts, netCents, servedOn };
  if (kind === 'machine-time') return { ...NONE, ...shared, unit: 'HUR' };
  const { activity, nature, unit: measure } = line;
  const articleId = kind === 'article' ? line.articleId : null;
  return { ...NONE, ...shared, articleId, activity, nature, unit: measure };
}

/** What an hour of machine time costs an organisation, in euros. @throws Fault PRESTATION.NO_MACHINE_PRICE. */
async function machineHourPrice({ manager, now }: Unit, { tariffId }: Prestation): Promise<string> {
  const version = await tariffInForce(manager, tariffId, now);
  if (!version) throw new Fault('PRESTATION.NO_MACHINE_PRICE');
  return eurosOf(version.rates.categories.organisation.machineHourCents);
}
