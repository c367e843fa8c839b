import { Fault } from '@pandafab/shared';
import { decodeFile } from './decode-file';
import { readCamt } from './read-camt';
import { type CsvFile, openCsv } from './read-csv';
import type { Statement } from './statement';

export const MOST_MEGABYTES = 20;
export const MOST_LINES = 100_000;

/** A CSV file needs a mapping of its columns first. */
export type OpenedFile = { readonly camt: Statement } | { readonly csv: CsvFile };

/** PDF, ZIP and the old formats of the Office programs; OFX and QIF of banks. */
const OTHERS = /^(%PDF|PK\u0003\u0004|\u00d0\u00cf\u0011|OFXHEADER|<\?OFX|<OFX|!Type:)/;

/**
 * Opens a file of a bank by its contents, whatever its name.
 * @throws Fault BANK.FILE_EMPTY, BANK.FILE_UNREADABLE {line}, BANK.FORMAT_UNKNOWN, BANK.NOT_A_STATEMENT,
 * BANK.SEVERAL_ACCOUNTS {accounts}, BANK.TOO_MANY_LINES {limit}
 */
export function openFile(bytes: Buffer): OpenedFile {
  if (OTHERS.test(bytes.subarray(0, 16).toString('latin1'))) throw new Fault('BANK.FORMAT_UNKNOWN');
  const text = decodeFile(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new Fault('BANK.FILE_EMPTY');
  if (/^\s*</.test(text)) {
    const camt = readCamt(text);
    demandFew(camt.lines.length + camt.broken.length);
    return { camt };
  }
  const csv = openCsv(text);
  demandFew(csv.rows.length);
  return { csv };
}

function demandFew(lines: number): void {
  if (lines > MOST_LINES) throw new Fault('BANK.TOO_MANY_LINES', { limit: MOST_LINES });
}
