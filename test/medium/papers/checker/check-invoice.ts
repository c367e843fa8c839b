import { ARITHMETIC_RULES } from './arithmetic-rules';
import { DEPOSIT_RULES } from './deposit-rules';
import { FRENCH_RULES } from './french-rules';
import { readInvoice } from './read-invoice';
import type { Rule } from './rule';
import { VAT_RULES } from './vat-rules';

export const RULES: readonly Rule[] = [...ARITHMETIC_RULES, ...VAT_RULES, ...FRENCH_RULES, ...DEPOSIT_RULES];

export interface CheckedFault {
  readonly rule: string;
  readonly message: string;
}

/**
 * Everything that is wrong with a CII invoice, recomputed from its XML alone: it shares no code with the writer or with
 * the rules of amounts. Public rule sets let VAT be almost one euro wrong and check no line; this checks every cent.
 */
export function checkInvoice(xml: string): CheckedFault[] {
  const invoice = readInvoice(xml);
  return RULES.flatMap(({ id, faults }) => faults(invoice).map((message) => ({ rule: id, message })));
}
