import type { FaultCode } from '@pandafab/shared';
import { ISSUE_FAULTS } from '../documents/documents.faults';

/** What can keep an invoice to a member from being made. */
export const INVOICE_FAULTS = [
  'ACCOUNT.INVOICE_DIFFERS',
  'ACCOUNT.NOTHING_TO_INVOICE',
  'ACCOUNT.NO_ADDRESS',
  ...ISSUE_FAULTS,
] as const satisfies readonly FaultCode[];
