import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { Day } from '../kit/paris';
import type { DocumentDto } from './document.dto';
import type { PaperDocument } from './document.entities';

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

const isToPay = ({ kind, state }: PaperDocument): boolean =>
  (kind === 'invoice' || kind === 'deposit') && state === 'issued';

/**
 * A document as the API shows it.
 * @param creditedCents the sum of its credit notes, with tax
 * @param today whether it is overdue depends on the day
 */
export function viewDocument(document: PaperDocument, creditedCents: number, today: Day): DocumentDto {
  const { id, kind, number, version, prestationId, organisationId, clientName } = document;
  const { reference, title, issuedOn, dueOn, validUntil, netCents, vatCents, grossCents } = document;
  const openCents = isToPay(document) ? (grossCents ?? 0) - creditedCents : null;
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
