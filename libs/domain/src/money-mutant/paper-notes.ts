import type { ClientKind, LineNature } from './paper';
import {
  type BookedKind,
  isBooked,
  type OperationKind,
  type PaperKind,
  type PaperNote,
  type VatDue,
  type VatRow,
} from './paper';

/** The seller's sentences in force on the day: dated settings. */
export interface NoteWordings {
  /** Article L441-10 of the Code de commerce. */
  readonly latePenalty: string;
  readonly earlyPayment: string;
  /** Article D441-5: 40 €, owed by businesses and public bodies only. */
  readonly recoveryIndemnity: string;
  /** In the place of the indemnity, for a private person: French platforms want the note on every invoice. */
  readonly personIndemnity: string;
  /** In the place of the penalty, for a private person; null: the same penalty. */
  readonly personLatePenalty?: string | null;
  /** Printed when the option for VAT on debits was taken. */
  readonly vatOnDebits: string | null;
  /** Décret 2022-1299. */
  readonly operationCategory: Readonly<Record<OperationKind, string>>;
}

export interface NotesOf {
  readonly kind: PaperKind;
  readonly clientKind: ClientKind;
  readonly operationKind: OperationKind;
  readonly vat: readonly VatRow[];
  readonly vatDue: VatDue | null;
  readonly wordings: NoteWordings;
}

const printed = (code: PaperNote['code'], text: string): PaperNote => ({ code, text, isPrinted: true });

/**
 * The notes of a document, in printing order: why VAT is not charged, the kind of operation, the option for debits, then
 * AAB, PMD and PMT, once each on everything that enters the books (BR-FR). What a private person is told in the place of
 * the indemnity is in the XML only.
 */
export function notesOf({ kind, clientKind, operationKind, vat, vatDue, wordings }: NotesOf): PaperNote[] {
  const motives = vat.map(
    ({ exemptionText, exemptionCode }) => exemptionText && `${exemptionText} (${exemptionCode})`,
  );
  const texts = [
    ...motives,
    wordings.operationCategory[operationKind],
    isBooked(kind) && vatDue === 'issue' ? wordings.vatOnDebits : null,
  ];
  const plain = [...new Set(texts)].filter((text) => text !== null).map((text) => printed(null, text));
  return isBooked(kind) ? [...plain, ...codedNotes(clientKind, wordings)] : plain;
}

function codedNotes(clientKind: ClientKind, wordings: NoteWordings): PaperNote[] {
  const isPerson = clientKind === 'person';
  const penalty = (isPerson ? wordings.personLatePenalty : null) ?? wordings.latePenalty;
  const indemnity = isPerson ? wordings.personIndemnity : wordings.recoveryIndemnity;
  return [
    printed('AAB', wordings.earlyPayment),
    printed('PMD', penalty),
    { code: 'PMT', text: indemnity, isPrinted: !isPerson },
  ];
}

/** The kind of operation of a document: goods, services or both (décret 2022-1299). */
export function operationKindOf(natures: readonly LineNature[]): OperationKind {
  const [first, ...others] = new Set(natures);
  return first === undefined || others.length > 0 ? 'mixed' : first;
}

const LETTERS: Readonly<Record<OperationKind, string>> = { services: 'S', goods: 'B', mixed: 'M' };

/**
 * The business process (BT-23): S, B or M by the kind of operation; 4 for the final invoice after deposits, else 1.
 * Null for quotes and order confirmations, which are no invoices. A deposit or its credit never has 4 (BR-FR-CO-08).
 */
export function processOf(
  kind: PaperKind,
  operationKind: OperationKind,
  takesBackDeposits: boolean,
): string | null {
  if (!isBooked(kind)) return null;
  const canBeFinal: Readonly<Record<BookedKind, boolean>> = {
    deposit: false,
    invoice: true,
    'credit-note': false,
    'deposit-credit': false,
  };
  return `${LETTERS[operationKind]}${takesBackDeposits && canBeFinal[kind] ? 4 : 1}`;
}

export interface VatDueOf {
  readonly kind: PaperKind;
  readonly operationKind: OperationKind;
  readonly isVatOnDebits: boolean;
  readonly vat: readonly VatRow[];
}

/**
 * When VAT falls due: goods at delivery, services when paid, or at issue by the option for debits; that of a deposit
 * when it is paid (CGI 269-2). Null without VAT, and for goods with services: one code stands for the whole document.
 */
export function vatDueOf({ kind, operationKind, isVatOnDebits, vat }: VatDueOf): VatDue | null {
  if (!isBooked(kind) || vat.every(({ categoryCode }) => categoryCode !== 'S')) return null;
  const isDeposit = kind === 'deposit' || kind === 'deposit-credit';
  if (isVatOnDebits && operationKind !== 'goods') return 'issue';
  if (isDeposit || operationKind === 'services') return 'payment';
  return operationKind === 'goods' ? 'delivery' : null;
}
