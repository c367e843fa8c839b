import { hasAmount, type LineTax, lineAmount, lineTaxOf, type PaperLine } from '@pandafab/domain';
import { type Cents, cents, Fault } from '@pandafab/shared';
import type { Day } from '../../kit/paris';
import type { PrestationLine } from '../../prestations/prestation.entities';
import type { SellerSettingsBody } from '../../seller/seller.schema';
import type { Order } from './order';
import { clientOnPaper } from './parties';

/** Of lines without an amount; no sum contains them. */
const NO_TAX: LineTax = { categoryCode: 'S', rateBasisPoints: 0, exemptionCode: null, exemptionText: null };

/**
 * The lines of a prestation as documents show them, each taxed by its activity, its nature and the client.
 * @throws Fault BILLING.ACTIVITY_NOT_TAXED if the VAT regime is split and does not contain a line's activity.
 */
export function orderLines(order: Order, lines: readonly PrestationLine[] = order.lines): PaperLine[] {
  let sinceSubtotal = 0;
  return lines.map((line, at) => {
    const { kind } = line;
    const shown = kind === 'text' || kind === 'subtotal' ? emptyLine(line) : itemOf(order, line);
    const netCents = kind === 'subtotal' ? cents(sinceSubtotal) : shown.netCents;
    sinceSubtotal = kind === 'subtotal' ? 0 : sinceSubtotal + shown.netCents;
    return { ...shown, position: at + 1, netCents };
  });
}

const COMMON = { position: 0, cites: null, creditedPosition: null } as const;

function emptyLine({ id, kind, label, details }: PrestationLine): PaperLine {
  const shown = { kind: kind === 'subtotal' ? 'subtotal' : 'text', label, details } as const;
  const amounts = { quantity: '0', unit: 'C62', unitPrice: '0', basis: 1, discounts: [] } as const;
  const nothing = 0 as Cents;
  return {
    ...COMMON,
    ...shown,
    ...amounts,
    ...{ netCents: nothing, nature: 'services', activity: null, tax: NO_TAX, sourceLineId: id },
  };
}

function itemOf(order: Order, line: PrestationLine): PaperLine {
  const { id, label, details, quantity, unit, unitPrice, basis } = line;
  const { discounts, netCents } = lineAmount(line);
  const nature = line.nature ?? order.seller.printing.nature;
  const activity = line.activity ?? order.seller.printing.activity;
  return {
    ...COMMON,
    ...{ kind: 'item', label, details, quantity, unit, unitPrice, basis, discounts, netCents, nature },
    activity,
    tax: taxOfLine(order, { ...line, nature }),
    sourceLineId: id,
  };
}

/** The day on which VAT becomes chargeable: the stage's end where it is done, else the day of the service. */
const chargeableDay = ({ stages }: Order, { stageId, servedOn }: TaxedLine): Day =>
  stages.find(({ id }) => id === stageId)?.doneOn ?? servedOn;

/** What decides how a line is taxed. */
type TaxedLine = Pick<PrestationLine, 'activity' | 'nature' | 'stageId' | 'servedOn'>;

/**
 * A line keeps the rate of its own chargeable event: the settings of that day count, not those of the document's day.
 * Where they do not know the activity, which was added later, the settings of the document's day do. Prints and machine
 * time have the activity and the nature that the seller's settings give to prints.
 * @throws Fault BILLING.ACTIVITY_NOT_TAXED.
 */
export function taxOfLine(order: Order, line: TaxedLine): LineTax {
  const { seller, sellers, organisation, prestation } = order;
  const client = clientOnPaper(organisation);
  const day = chargeableDay(order, line);
  const then = sellers.find(({ inForceFrom }) => inForceFrom <= day)?.settings ?? seller;
  const activity = line.activity ?? seller.printing.activity;
  const nature = line.nature ?? seller.printing.nature;
  const taxUnder = (settings: SellerSettingsBody) =>
    lineTaxOf(settings, activity, nature, client, prestation.vatCase);
  const tax = taxUnder(then) ?? taxUnder(seller);
  if (tax) return tax;
  const known = seller.vat.regime === 'split' ? Object.keys(seller.vat.activities) : [];
  throw new Fault('BILLING.ACTIVITY_NOT_TAXED', { activity, known });
}

/** The nature of most of an amount's net: that of a line which stands for several. */
export function mainNature(lines: readonly PaperLine[]): PaperLine['nature'] {
  const sums = sumsBy(lines, ({ nature }) => nature);
  return (sums.get('goods') ?? 0) > (sums.get('services') ?? 0) ? 'goods' : 'services';
}

/** The activity of most of an amount's net, of equal ones the first; null where no line has one. */
export function mainActivity(lines: readonly PaperLine[]): string | null {
  const sums = [...sumsBy(lines, ({ activity }) => activity ?? null)];
  const [main] = sums.sort(([, a], [, b]) => b - a);
  return main?.[0] ?? null;
}

function sumsBy<Key>(lines: readonly PaperLine[], keyOf: (line: PaperLine) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const line of lines)
    if (hasAmount(line)) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.netCents);
  return sums;
}
