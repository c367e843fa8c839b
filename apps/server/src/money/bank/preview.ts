import type { Language } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { putIntoWords } from '../../platform/http/words';
import { chunks } from '../../platform/persistence/chunks';
import { PaperDocument } from '../documents/document.entities';
import type { Day } from '../kit/paris';
import { type BankAccount, BankLine } from './bank.entities';
import type { KnownFile } from './known-file';
import { fingerprints } from './read/fingerprints';
import type { BrokenLine, Statement } from './read/statement';
import type { BankPreview } from './statements.dto';

const MOST_BROKEN_SHOWN = 500;
const FIRST_LINES = 10;
const SAMPLES = 5;

export const accountView = ({ id, name, iban }: BankAccount) => ({ id, name, iban });

/** What an import of the file would do. Nothing is stored. */
export async function previewOf(
  manager: EntityManager,
  { statement, csv, account, mapping, mappingFrom }: KnownFile,
  { fileName, today, language }: { fileName: string; today: Day; language: Language },
): Promise<BankPreview> {
  const { lines = [], broken = [], iban = null, skipped = 0 } = statement ?? {};
  const days = lines.map(({ day }) => day).sort();
  const firstDocument = await firstDocumentDay(manager);
  const known = account ? (await knownOf(manager, fingerprints(account.id, lines))).size : 0;
  return {
    ...{ format: csv ? 'csv' : 'camt', fileName, account: account ? accountView(account) : null, iban },
    headings: csv?.headings ? [...csv.headings] : null,
    samples: (csv?.rows ?? []).slice(0, SAMPLES).map(({ cells }) => [...cells]),
    ...{
      mapping: mapping ?? null,
      mappingFrom,
      fits: statement !== undefined && broken.length <= lines.length,
    },
    ...{ lines: lines.length, known, skipped },
    inCents: sumOf(lines.filter(({ cents }) => cents > 0)),
    outCents: sumOf(lines.filter(({ cents }) => cents < 0)),
    ...{ firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null },
    future: days.filter((day) => day > today).length,
    early: days.filter((day) => firstDocument !== null && day < firstDocument).length,
    missingCents: statement ? missingOf(statement) : null,
    firstLines: lines.slice(0, FIRST_LINES).map(({ bankId: _, isReversal: __, ...line }) => line),
    broken: broken.slice(0, MOST_BROKEN_SHOWN).map((line) => brokenView(line, language)),
    brokenCount: broken.length,
  };
}

const sumOf = (lines: readonly { cents: number }[]): number =>
  lines.reduce((sum, { cents }) => sum + cents, 0);

/** A bank’s file says the balances before and after: a line that is missing shows. */
function missingOf({ openingCents, closingCents, lines }: Statement): number | null {
  return openingCents === null || closingCents === null ? null : closingCents - openingCents - sumOf(lines);
}

function brokenView({ line, code, details }: BrokenLine, language: Language) {
  const words = putIntoWords({ code, details: { ...details } }, language);
  return { line, code, details: { ...details }, what: words?.what ?? code, cure: words?.cure ?? '' };
}

/** The fingerprints that lines have already. */
export async function knownOf(
  manager: EntityManager,
  prints: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const some of chunks(prints, 500)) {
    const found = await manager.find(BankLine, {
      where: { fingerprint: In(some) },
      select: ['id', 'fingerprint'],
    });
    for (const { fingerprint } of found) known.add(fingerprint);
  }
  return known;
}

/** The day of the first invoice; null before there is one. */
export async function firstDocumentDay(manager: EntityManager): Promise<Day | null> {
  const first = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select('MIN(document.issuedOn)', 'day')
    .where(`document.state = 'issued' AND document.kind IN ('invoice', 'deposit')`)
    .getRawOne<{ day: Day | null }>();
  return first?.day ?? null;
}
