import type { PaperContent } from '@pandafab/domain';
import type { LinkOptions, LinkRecord } from './append-link';
import { canonicalJson } from './canonical-json';
import { sha256 } from './link-hash';

/** A document that entered the books, as the chain sees it: business keys, never ids of the database. */
export interface ChainedDocument {
  readonly content: PaperContent;
  /** UTC, milliseconds. */
  readonly issuedAt: number;
  /** Random text, stored with the document. Null once the person on the document was erased. */
  readonly salt: string | null;
}

/**
 * What the link of a document says. Names, addresses and texts enter it only as salted hashes: without the salt they
 * cannot be guessed from it, so that a person can be erased and the chain stays whole.
 * @throws Error for a document without salt, or with a value that has no canonical JSON
 */
export function documentPayload(
  document: ChainedDocument,
  { carried = false }: LinkOptions = {},
): LinkRecord {
  const { salt, content } = document;
  if (!salt) throw new Error(`the document ${content.number} has no salt`);
  return { ...openPart(document), ...sealedPart(asStored(content), salt), ...(carried ? { carried } : {}) };
}

/** The part that can be compared with a document without its salt. */
export function openPart({ content, issuedAt }: ChainedDocument): LinkRecord {
  const { kind, number, issuedOn, cites, seller, vat, totals } = content;
  return {
    ...{ record: 'document', kind, number, day: issuedOn },
    issuedAt: new Date(issuedAt).toISOString(),
    cites: cites.map((cited) => ({ number: cited.number, day: cited.day })),
    seller: seller.siren,
    rows: vat.map((row) => ({
      ...{ category: row.categoryCode, rate: row.rateBasisPoints },
      ...{ base: row.baseCents, vat: row.vatCents },
    })),
    totals: { net: totals.netCents, vat: totals.vatCents, gross: totals.grossCents },
  };
}

/**
 * The salted hashes of the client and of everything else that the document shows.
 * @param content as the database returns it
 */
export function sealedPart(content: PaperContent, salt: string): { client: string; text: string } {
  const { client, ...rest } = content;
  return { client: sha256(salt, canonicalJson(client)), text: sha256(salt, canonicalJson(rest)) };
}

/** The content as the database returns it: JSON leaves out properties that are undefined. */
const asStored = (content: PaperContent): PaperContent => JSON.parse(JSON.stringify(content));
