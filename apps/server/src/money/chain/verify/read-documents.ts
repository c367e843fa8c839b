import type { PaperContent } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { DocumentFile, type DocumentFileKind, PaperDocument } from '../../documents/document.entities';

/** A document as a verification needs it. Rows are read without entities: that takes a third of the time. */
export interface DocumentRow {
  readonly number: string;
  readonly kind: string;
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly issuedAt: number | null;
  readonly netCents: number | null;
  readonly vatCents: number | null;
  readonly grossCents: number | null;
  readonly salt: string | null;
  readonly content: PaperContent | null;
}

const COLUMNS = ['number', 'kind', 'issuedOn', 'dueOn', 'issuedAt', 'salt', 'content'] as const;
const AMOUNTS = ['netCents', 'vatCents', 'grossCents'] as const;

type Raw = Readonly<Record<(typeof COLUMNS)[number], string | null>> &
  Readonly<Record<(typeof AMOUNTS)[number], string | number | null>>;

/** Reads a document's row; its content is taken apart now, so that a batch of documents stays small. */
export type ReadDocument = () => DocumentRow;

/** The documents with these numbers, by number. */
export async function documentsOf(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ReadDocument>> {
  if (numbers.length === 0) return new Map();
  const query = manager.createQueryBuilder(PaperDocument, 'document').select([]);
  for (const column of [...COLUMNS, ...AMOUNTS]) query.addSelect(`document.${column}`, column);
  const rows = await query.where('document.number IN (:...numbers)', { numbers }).getRawMany<Raw>();
  return new Map(rows.map((row) => [row.number ?? '', () => rowOf(row)]));
}

/** PostgreSQL returns bigints as texts. */
const numberOf = (value: string | number | null): number | null => (value === null ? null : Number(value));

function rowOf(raw: Raw): DocumentRow {
  const { number, kind, issuedOn, dueOn, salt, content } = raw;
  return {
    ...{ number: number ?? '', kind: kind ?? '', issuedOn, dueOn, salt },
    issuedAt: numberOf(raw.issuedAt),
    ...{ netCents: numberOf(raw.netCents), vatCents: numberOf(raw.vatCents) },
    grossCents: numberOf(raw.grossCents),
    content: readContent(content),
  };
}

/** Null for what is no JSON: the document then counts as missing. */
function readContent(text: string | null): PaperContent | null {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** The recorded SHA-256 of a document's files. */
export type Recorded = ReadonlyMap<DocumentFileKind, string>;

/** The recorded files of the documents with these numbers, by number. */
export async function filesOf(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Recorded>> {
  const found = new Map<string, Map<DocumentFileKind, string>>();
  if (numbers.length === 0) return found;
  const rows = await manager
    .createQueryBuilder(DocumentFile, 'file')
    .innerJoin(PaperDocument, 'document', 'document.id = file.documentId')
    .select('document.number', 'number')
    .addSelect('file.kind', 'kind')
    .addSelect('file.sha256', 'sha256')
    .where('document.number IN (:...numbers)', { numbers })
    .getRawMany<{ number: string; kind: DocumentFileKind; sha256: string }>();
  for (const { number, kind, sha256 } of rows)
    found.set(number, (found.get(number) ?? new Map<DocumentFileKind, string>()).set(kind, sha256));
  return found;
}
