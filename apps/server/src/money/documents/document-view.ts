import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { Day } from '../kit/paris';
import type { DocumentDto } from './document.dto';
import type { PaperDocument } from './document.entities';
import type { Reductions } from './reductions';

const VIEWED = [
  ...(['id', 'kind', 'state', 'number', 'version', 'prestationId', 'organisationId', 'clientName'] as const),
  ...([
    'reference',
    'title',
    'issuedOn',
    'dueOn',
    'validUntil',
    'netCents',
    'vatCents',
    'grossCents',
  ] as const),
  ...(['createdAt', 'issuedAt', 'sentAt'] as const),
];

/** The columns that a view needs: not the content, which takes kilobytes in each row. */
export const viewedColumns = (alias: string): string[] => VIEWED.map((column) => `${alias}.${column}`);

/** What a client has to pay: invoices and deposits. */
export const isToPay = ({ kind, state }: Pick<PaperDocument, 'kind' | 'state'>): boolean =>
  (kind === 'invoice' || kind === 'deposit') && state === 'issued';

/**
 * A document as the API shows it.
 * @param today whether it is overdue depends on the day
 */
export function viewDocument(
  document: PaperDocument,
  { creditedCents, paidCents }: Reductions,
  today: Day,
): DocumentDto {
  const { id, kind, number, version, prestationId, organisationId, clientName } = document;
  const { reference, title, issuedOn, dueOn, validUntil, netCents, vatCents, grossCents } = document;
  const openCents = isToPay(document) ? (grossCents ?? 0) - creditedCents - paidCents : null;
  return {
    ...{
      id,
      kind,
      state: stateOn(document, today),
      number,
      version,
      prestationId,
      organisationId,
      clientName,
    },
    ...{ reference, title, issuedOn, dueOn, validUntil, currency: 'EUR', netCents, vatCents, grossCents },
    ...(isToPay(document) ? { creditedCents, paidCents } : { creditedCents: null, paidCents: null }),
    openCents,
    isOverdue: (openCents ?? 0) > 0 && dueOn !== null && dueOn < today,
    createdAt: toIso(document.createdAt),
    issuedAt: toIsoOrNull(document.issuedAt),
    sentAt: toIsoOrNull(document.sentAt),
  };
}

/** A quote expires with its last day, also before the periodic task has noted it. */
export const stateOn = ({ state, validUntil }: PaperDocument, today: Day): PaperDocument['state'] =>
  state === 'sent' && validUntil !== null && validUntil < today ? 'expired' : state;
