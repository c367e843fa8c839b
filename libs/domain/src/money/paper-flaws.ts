import { lineFlaws, sumFlaws, totalFlaws } from './flaws/amounts';
import type { ClientDemands, FlawRule, PaperFlaw } from './flaws/flaw';
import { dayFlaws, noteFlaws, numberFlaws, validityFlaws } from './flaws/papers';
import { chorusFlaws, clientFlaws, platformFlaws, sellerFlaws } from './flaws/parties';
import { deliveryFlaws, motiveFlaws, rateFlaws, scopeFlaws, vatNumberFlaws } from './flaws/vat';
import { isBooked, type PaperContent } from './paper';

/** Rules of every document: its amounts, one motive for each rate, and the last day of a quote. */
const ALWAYS: readonly FlawRule[] = [
  lineFlaws,
  sumFlaws,
  totalFlaws,
  rateFlaws,
  motiveFlaws,
  scopeFlaws,
  validityFlaws,
];

/** Rules of documents that enter the books. What breaks them on a quote is a warning: it can still be mended. */
const WHEN_BOOKED: readonly FlawRule[] = [
  vatNumberFlaws,
  deliveryFlaws,
  sellerFlaws,
  clientFlaws,
  chorusFlaws,
];
const BOOKED_ONLY: readonly FlawRule[] = [numberFlaws, dayFlaws, noteFlaws, platformFlaws];

const NO_DEMANDS: ClientDemands = { requiresServiceCode: false, requiresEngagement: false };

const asWarning = (flaw: PaperFlaw): PaperFlaw => ({ ...flaw, severity: 'warning' });

/**
 * What is wrong with a document before it is sent or issued: amounts that do not add up, and conditions of VAT, of
 * French electronic invoices and of Chorus Pro that are not met. Empty when nothing is. A document with a flaw of
 * severity `refusal` must not be issued.
 * @param demands what the client's record demands; nothing if absent
 */
export function paperFlaws(content: PaperContent, demands: ClientDemands = NO_DEMANDS): PaperFlaw[] {
  const of = (rules: readonly FlawRule[]) => rules.flatMap((rule) => rule(content, demands));
  if (isBooked(content.kind)) return [...of(ALWAYS), ...of(WHEN_BOOKED), ...of(BOOKED_ONLY)];
  return [...of(ALWAYS), ...of(WHEN_BOOKED).map(asWarning)];
}
