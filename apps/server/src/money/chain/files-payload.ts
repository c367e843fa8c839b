import type { LinkOptions, LinkRecord } from './append-link';

interface HashedFile {
  readonly kind: 'pdf' | 'xml';
  /** In hexadecimal. */
  readonly sha256: string;
}

/** What the link of a document's files says: their SHA-256, or null where there is no such file. */
export function filesPayload(
  number: string,
  files: readonly HashedFile[],
  { carried = false }: LinkOptions = {},
): LinkRecord {
  const hashOf = (kind: HashedFile['kind']) => files.find((file) => file.kind === kind)?.sha256 ?? null;
  return {
    ...{ record: 'files', number, pdf: hashOf('pdf'), xml: hashOf('xml') },
    ...(carried ? { carried } : {}),
  };
}
