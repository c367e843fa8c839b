import { Fault } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { PaperDocument } from '../../documents/document.entities';
import { canonicalJson } from '../canonical-json';
import type { DocumentPart } from '../chain.faults';
import { openPart, sealedPart } from '../document-payload';
import type { Payload, ReadLink } from './read-links';
import { SeriesChecker } from './series';

type Loaded = ReadonlyMap<string, PaperDocument>;

/** Compares each document with its link, and counts them. */
export class DocumentChecker {
  /** Documents compared. */
  count = 0;
  /** Documents whose person was erased: client and texts cannot be compared. */
  erased = 0;
  private readonly series = new SeriesChecker();

  /** The documents of a batch of links, by number. */
  async load(manager: EntityManager, numbers: readonly string[]): Promise<Loaded> {
    if (numbers.length === 0) return new Map();
    const found = await manager.findBy(PaperDocument, { number: In([...numbers]) });
    return new Map(found.map((document) => [document.number ?? '', document]));
  }

  /** @throws Fault CHAIN.DOCUMENT_MISSING; CHAIN.DOCUMENT_CHANGED {part} for the first difference; CHAIN.NUMBER_MISSING for a gap in a series */
  check({ link, payload }: ReadLink, documents: Loaded): void {
    const document = documents.get(link.subject);
    this.series.check(link.subject);
    const number = link.subject;
    if (!document?.content || document.issuedAt === null)
      throw new Fault('CHAIN.DOCUMENT_MISSING', { number });
    const { content, issuedAt, salt } = document;
    const shown: Payload = {
      ...openPart({ content, issuedAt, salt }),
      ...(salt ? sealedPart(content, salt) : {}),
    };
    const differs = (...fields: readonly string[]) =>
      fields.some((field) => field in shown && canonicalJson(shown[field]) !== textOf(payload[field]));
    if (differs('rows', 'totals') || !hasTotalsOf(document)) throw changed(number, 'amounts');
    if (differs('kind', 'number', 'day', 'issuedAt', 'cites', 'seller') || !isThatOf(document))
      throw changed(number, 'heading');
    if (differs('client')) throw changed(number, 'client');
    if (differs('text')) throw changed(number, 'text');
    this.count += 1;
    if (!salt) this.erased += 1;
  }
}

const changed = (number: string, part: DocumentPart) => new Fault('CHAIN.DOCUMENT_CHANGED', { number, part });

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : canonicalJson(value);

/** Lists show the amounts and days of the row: they must be those of the content. */
const hasTotalsOf = ({ content, netCents, vatCents, grossCents }: PaperDocument): boolean =>
  content?.totals.netCents === netCents &&
  content.totals.vatCents === vatCents &&
  content.totals.grossCents === grossCents;

const isThatOf = ({ content, kind, number, issuedOn, dueOn }: PaperDocument): boolean =>
  content?.kind === kind &&
  content.number === number &&
  content.issuedOn === issuedOn &&
  content.dueOn === dueOn;
