import type { Books, Evidence, Papers } from './evidence';

/** Checks that the database contains the server's answers to accountants, and that numbers and totals are correct. */
export function judgePapers({ papers, books }: Evidence): string[] {
  return [
    ...lost(papers, books),
    ...numbering(
      'prestation',
      books.prestations.map(({ reference }) => reference),
    ),
    ...numbering(
      'invoice',
      books.invoices.map(({ number }) => number),
    ),
    ...invoicedTwice(books),
    ...amounts(books),
  ];
}

function lost(papers: Papers, books: Books): string[] {
  const gone = <Row extends { id: string }>(what: string, answered: readonly Row[], kept: readonly Row[]) => {
    const known = new Map(kept.map((row) => [row.id, row]));
    return answered.flatMap((row) => {
      const now = known.get(row.id);
      if (!now) return [`${what} ${row.id} was answered and is gone`];
      const changed = Object.keys(row).filter((field) => row[field as keyof Row] !== now[field as keyof Row]);
      return changed.map((field) => `${what} ${row.id} has another ${field} than was answered`);
    });
  };
  return [
    ...gone('prestation', papers.prestations, books.prestations),
    ...gone('line', papers.lines, books.lines),
    ...gone('invoice', papers.invoices, books.invoices),
  ];
}

/** Checks that the numbers of each year begin with 1, without a gap or a duplicate. */
function numbering(what: string, numbers: readonly string[]): string[] {
  const series = new Map<string, number[]>();
  for (const number of numbers) {
    const cut = number.lastIndexOf('-');
    const year = number.slice(0, cut);
    series.set(year, [...(series.get(year) ?? []), Number(number.slice(cut + 1))]);
  }
  return [...series].flatMap(([year, taken]) => {
    const sorted = taken.sort((a, b) => a - b);
    const at = sorted.findIndex((number, index) => number !== index + 1);
    return at < 0 ? [] : [`${what} ${year}-${at + 1} is left out or there twice: found ${sorted[at]}`];
  });
}

function invoicedTwice({ invoices }: Books): string[] {
  const seen = new Set<string>();
  return invoices.flatMap(({ prestationId, number }) => {
    const again = seen.has(prestationId);
    seen.add(prestationId);
    return again ? [`prestation ${prestationId} was invoiced again as ${number}`] : [];
  });
}

function amounts({ invoices, invoiceLines, lines }: Books): string[] {
  const add = (sums: Map<string, number>, key: string, cents: number) =>
    sums.set(key, (sums.get(key) ?? 0) + cents);
  const billed = new Map<string, number>();
  const worked = new Map<string, number>();
  for (const { invoiceId, netCents } of invoiceLines) add(billed, invoiceId, netCents);
  for (const { prestationId, netCents } of lines) add(worked, prestationId, netCents);
  return invoices.flatMap(({ id, number, prestationId, netCents }) => {
    const [ofLines, ofWork] = [billed.get(id) ?? 0, worked.get(prestationId) ?? 0];
    return netCents === ofLines && netCents === ofWork
      ? []
      : [
          `invoice ${number} is over ${netCents} cents, its lines over ${ofLines}, the prestation's over ${ofWork}`,
        ];
  });
}
