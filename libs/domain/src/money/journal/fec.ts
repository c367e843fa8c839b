import type { PaperDay } from '../paper';
import type { Entry, EntryLine, Settles } from './entry';

/**
 * The columns of the fichier des écritures comptables, in the order of article A. 47 A-1 of the Livre des procédures
 * fiscales.
 */
export const FEC_COLUMNS = [
  ...['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib', 'CompAuxNum'],
  ...['CompAuxLib', 'PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet'],
  ...['ValidDate', 'Montantdevise', 'Idevise'],
] as const;

export const FEC_HEADING = `${FEC_COLUMNS.join('\t')}\r\n`;

/** The mark that the lines of a settled document share, and the day on which it was settled. */
export interface Letter {
  readonly mark: string;
  readonly day: PaperDay;
}

const SAME: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '…': '...' };

/** Letters, digits and signs that both encodings have, with single spaces: almost all texts. */
const PLAIN = /^[!-~À-ÖØ-öø-ÿ°]+(?: [!-~À-ÖØ-öø-ÿ°]+)*$/;

/** A text in one cell: without tabs and line ends, and in signs that ISO 8859-15 has too. */
const cell = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/[’‘“”…]/g, (sign) => SAME[sign] ?? sign)
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/[\s\p{C}]+/gu, ' ')
        .trim();

const day = (text: PaperDay): string => text.replaceAll('-', '');

/** 123456 cents: 1234,56. */
function amount(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** The lines of one entry, each with its line end. @param number of the entry, continuous over the file */
export function fecLines(
  entry: Entry,
  number: number,
  letterOf: (settles: Settles) => Letter | undefined,
): string {
  const before = [cell(entry.journal.code), cell(entry.journal.label), number, day(entry.day)];
  const piece = [cell(entry.piece), day(entry.pieceDay), cell(entry.label)];
  const line = ({ account, client, cents, settles }: EntryLine): string => {
    const letter = settles ? letterOf(settles) : undefined;
    return [
      ...before,
      ...[account.number, cell(account.label), client?.number ?? '', cell(client?.name ?? '')],
      ...piece,
      ...[amount(Math.max(0, cents)), amount(Math.max(0, -cents))],
      ...[letter?.mark ?? '', letter ? day(letter.day) : '', day(entry.day), '', ''],
    ].join('\t');
  };
  return entry.lines.map((each) => `${line(each)}\r\n`).join('');
}

/** The name that the tax office wants: the seller's SIREN, and the last day of the period. */
export const fecFileName = (siren: string, lastDay: PaperDay): string => `${siren}FEC${day(lastDay)}.txt`;
