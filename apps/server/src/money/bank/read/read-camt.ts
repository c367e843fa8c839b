import { Fault, MOST_CENTS } from '@pandafab/shared';
import { entryLines } from './camt-lines';
import { readCents } from './read-cents';
import { type BrokenLine, isBroken, isGood, type Statement } from './statement';
import { all, first, readXml, text, type XmlElement } from './xml';

/**
 * Reads a CAMT.053 file (ISO 20022, bank to customer statement, versions 001.02 to 001.13; the French use is in the
 * guide of the CFONB). Several statements of one account in a file are read one after the other.
 * @throws Fault BANK.FILE_UNREADABLE {line}, BANK.NOT_A_STATEMENT, BANK.SEVERAL_ACCOUNTS {accounts}
 */
export function readCamt(file: string): Statement {
  const statements = all(readXml(file), 'Document/BkToCstmrStmt/Stmt');
  if (statements.length === 0) throw new Fault('BANK.NOT_A_STATEMENT');
  const accounts = [
    ...new Set(statements.map((each) => text(each, 'Acct/Id/IBAN') ?? text(each, 'Acct/Id/Othr/Id') ?? '')),
  ];
  if (accounts.length > 1) throw new Fault('BANK.SEVERAL_ACCOUNTS', { accounts });
  const entries = statements.flatMap((each) => all(each, 'Ntry'));
  const booked = entries.flatMap((entry, at) => (isBooked(entry) ? entryLines(entry, at + 1) : []));
  const lines = booked.map((line) => (isBroken(line) ? line : withinLimit(line)));
  const good = lines.filter(isGood);
  return {
    format: 'camt',
    iban: text(statements[0], 'Acct/Id/IBAN') ?? null,
    lines: good.filter(({ cents }) => cents !== 0),
    broken: lines.filter(isBroken),
    skipped:
      entries.filter((entry) => !isBooked(entry)).length + good.filter(({ cents }) => cents === 0).length,
    openingCents: balance(statements[0], ['OPBD', 'PRCD']),
    closingCents: balance(statements.at(-1), ['CLBD']),
  };
}

/** Up to version 001.07 the state is the element's text, later it is in `Cd`. Without a state it is booked. */
const isBooked = (entry: XmlElement): boolean =>
  (text(entry, 'Sts/Cd') ?? text(entry, 'Sts') ?? 'BOOK') === 'BOOK';

const withinLimit = <Line extends { line: number; cents: number }>(line: Line): Line | BrokenLine =>
  Math.abs(line.cents) > MOST_CENTS ? { line: line.line, code: 'BANK.LINE_TOO_MUCH', details: {} } : line;

function balance(statement: XmlElement | undefined, codes: readonly string[]): number | null {
  const found = all(statement, 'Bal').find((each) => codes.includes(text(each, 'Tp/CdOrPrtry/Cd') ?? ''));
  const cents = readCents(text(found, 'Amt') ?? '', '.');
  if (cents === undefined || !first(found, 'CdtDbtInd')) return null;
  return text(found, 'CdtDbtInd') === 'DBIT' ? -cents : cents;
}
