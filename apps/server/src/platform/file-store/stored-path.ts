import { join } from 'node:path';

export const storeRoot = (dataDirectory: string): string => join(dataDirectory, 'files');

/** Where the content with this SHA-256 is stored. */
export const storedPath = (dataDirectory: string, sha256: string): string =>
  join(storeRoot(dataDirectory), sha256.slice(0, 2), sha256);
