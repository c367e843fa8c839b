import { Fault } from '@pandafab/shared';
import { canonicalJson } from '../canonical-json';
import type { DocumentPart } from '../chain.faults';
import { openPart, sealedPart } from '../document-payload';
import type { DocumentRow, ReadDocument } from './read-documents';
import type { Payload, ReadLink } from './read-links';
import { SeriesChecker } from './series';

/** Compares each document with its link, and counts them. */
export class DocumentChecker {
  /** Documents compared. */
  count = 0;
  /** Documents whose person was erased: client and texts cannot be compared. */
  erased = 0;
  private readonly series = new SeriesChecker();

  /**
   * @throws Fault CHAIN.DOCUMENT_MISSING; CHAIN.DOCUMENT_CHANGED {part} for the first difference; CHAIN.NUMBER_MISSING
   * for a gap in a series
   */
  check({ link, payload }: ReadLink, documents: ReadonlyMap<string, ReadDocument>): void {
    const { subject: number } = link;
    const row = documents.get(number)?.();
    this.series.check(number);
    if (!row?.content || row.issuedAt === null) throw new Fault('CHAIN.DOCUMENT_MISSING', { number });
    const { content, issuedAt, salt } = row;
    const { client, text, carried } = payload;
    const sealed = salt ? sealedPart(content, salt) : { client, text };
    const shown: Payload = {
      ...{ ...openPart({ content, issuedAt, salt }), ...sealed },
      ...(carried === undefined ? {} : { carried }),
    };
    const part = differentPart(row, shown, payload, link.payload);
    if (part) throw new Fault('CHAIN.DOCUMENT_CHANGED', { number, part });
    this.count += 1;
    if (!salt) this.erased += 1;
  }
}

/** @param recorded the text of `payload`: where it is the same, no field has to be compared */
function differentPart(
  row: DocumentRow,
  shown: Payload,
  payload: Payload,
  recorded: string,
): DocumentPart | undefined {
  const isSame = canonicalJson(shown) === recorded;
  const differs = (...fields: readonly string[]) =>
    !isSame && fields.some((field) => textOf(shown[field]) !== textOf(payload[field]));
  if (differs('rows', 'totals') || !hasItsTotals(row)) return 'amounts';
  if (differs('kind', 'number', 'day', 'issuedAt', 'cites', 'seller') || !hasItsHeading(row))
    return 'heading';
  if (differs('client')) return 'client';
  return isSame ? undefined : 'text';
}

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : canonicalJson(value);

/** Lists show the amounts and days of the row: they must be those of the content. */
const hasItsTotals = ({ content, netCents, vatCents, grossCents }: DocumentRow): boolean =>
  content?.totals.netCents === netCents &&
  content.totals.vatCents === vatCents &&
  content.totals.grossCents === grossCents;

const hasItsHeading = ({ content, kind, number, issuedOn, dueOn }: DocumentRow): boolean =>
  content?.kind === kind &&
  content.number === number &&
  content.issuedOn === issuedOn &&
  content.dueOn === dueOn;
