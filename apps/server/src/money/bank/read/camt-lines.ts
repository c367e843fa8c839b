import { readCents } from './read-cents';
import { readDay } from './read-day';
import {
  type BrokenLine,
  isBroken,
  isGood,
  MOST_NAME,
  MOST_REFERENCE,
  MOST_TEXT,
  type StatementLine,
  textOf,
} from './statement';
import { all, attribute, first, text, type XmlElement } from './xml';

type Line = StatementLine | BrokenLine;

/**
 * The movements of an entry: one for each of its transactions if their amounts come to that of the entry, as for a
 * list of transfers that the bank booked in one sum; otherwise one.
 */
export function entryLines(entry: XmlElement, line: number): Line[] {
  const transactions = all(entry, 'NtryDtls/TxDtls');
  // The amount of the entry counts: a single transaction may be in another currency.
  const whole = readLine({ entry, priced: entry, transaction: transactions[0] }, line);
  if (isBroken(whole) || transactions.length < 2) return [whole];
  const parts = transactions.map((transaction) =>
    readLine({ entry, priced: transaction, transaction }, line),
  );
  const good = parts.filter(isGood);
  const sum = good.reduce((total, { cents }) => total + cents, 0);
  if (good.length === parts.length && sum === whole.cents && good.every(({ cents }) => cents !== 0))
    return good;
  const texts = new Set(transactions.flatMap((transaction) => textsOf(entry, transaction)));
  return [{ ...whole, text: textOf([...texts].join(' '), MOST_TEXT) ?? '', name: null, reference: null }];
}

interface Parts {
  readonly entry: XmlElement;
  /** The element that has the amount. */
  readonly priced: XmlElement;
  readonly transaction: XmlElement | undefined;
}

function readLine({ entry, priced, transaction }: Parts, line: number): Line {
  const written = text(entry, 'BookgDt/Dt') ?? text(entry, 'BookgDt/DtTm') ?? text(entry, 'ValDt/Dt') ?? '';
  const day = readDay(written, 'ymd');
  if (!day) return { line, code: 'BANK.LINE_DAY', details: { text: written.slice(0, 40) } };
  const cents = amountOf(priced);
  if (typeof cents !== 'number') return { line, ...cents };
  const isIn = (text(priced, 'CdtDbtInd') ?? text(entry, 'CdtDbtInd')) === 'CRDT';
  return {
    ...{ line, day, cents: isIn ? cents : -cents },
    text: textOf(textsOf(entry, transaction).join(' '), MOST_TEXT) ?? '',
    name: textOf(nameOf(transaction, isIn) ?? '', MOST_NAME),
    reference: textOf(text(transaction, 'RmtInf/Strd/CdtrRefInf/Ref') ?? '', MOST_REFERENCE),
    bankId: textOf(bankIdOf(entry, transaction) ?? '', MOST_REFERENCE),
    isReversal: text(entry, 'RvslInd') === 'true' || first(transaction, 'RtrInf') !== undefined,
  };
}

/** In whole cents, never below 0. The amount of a transaction moved with the versions. */
function amountOf(priced: XmlElement): number | Pick<BrokenLine, 'code' | 'details'> {
  const path = first(priced, 'Amt') ? 'Amt' : 'AmtDtls/TxAmt/Amt';
  const currency = attribute(priced, path, 'Ccy');
  const written = text(priced, path);
  if (written === undefined) return { code: 'BANK.LINE_NO_AMOUNT', details: {} };
  if (currency !== undefined && currency !== 'EUR')
    return { code: 'BANK.LINE_CURRENCY', details: { currency: currency.slice(0, 40) } };
  // ISO 20022 allows 5 decimals; banks fill them with zeros.
  const cents = readCents(written.replace(/(\.\d\d)0+$/, '$1'), '.');
  return cents === undefined || cents < 0
    ? { code: 'BANK.LINE_AMOUNT', details: { text: written.slice(0, 40) } }
    : cents;
}

/** Banks repeat texts on several levels. */
function textsOf(entry: XmlElement, transaction: XmlElement | undefined): string[] {
  const texts = [
    ...texted(transaction, 'RmtInf/Ustrd'),
    ...texted(transaction, 'RmtInf/Strd/AddtlRmtInf'),
    ...texted(transaction, 'RmtInf/Strd/RfrdDocInf/Nb'),
    ...texted(transaction, 'AddtlTxInf'),
    ...texted(transaction, 'Refs/EndToEndId').filter((id) => id !== 'NOTPROVIDED'),
    ...texted(entry, 'AddtlNtryInf'),
  ];
  return [...new Set(texts)];
}

const texted = (element: XmlElement | undefined, path: string): string[] =>
  all(element, path).flatMap((each) => text({ each: [each] }, 'each') ?? []);

/** The other side; from version 001.08 on, inside `Pty`. The last owner of the money before the one who sent it. */
function nameOf(transaction: XmlElement | undefined, isIn: boolean): string | undefined {
  const side = isIn ? 'Dbtr' : 'Cdtr';
  const places = [`Ultmt${side}`, side].flatMap((place) => [
    `RltdPties/${place}/Pty/Nm`,
    `RltdPties/${place}/Nm`,
  ]);
  return places.map((place) => text(transaction, place)).find((name) => name !== undefined);
}

function bankIdOf(entry: XmlElement, transaction: XmlElement | undefined): string | undefined {
  const ids = [
    text(entry, 'AcctSvcrRef'),
    text(transaction, 'Refs/AcctSvcrRef'),
    text(transaction, 'Refs/TxId'),
  ];
  const known = ids.filter((id) => id !== undefined && id !== 'NOTPROVIDED' && id !== 'NONREF');
  return known.length > 0 ? known.join(' ') : undefined;
}
