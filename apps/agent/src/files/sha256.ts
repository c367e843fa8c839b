import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The hash of a file's present bytes, ready for more, and their number: 0 without a file. */
export async function hashOf(path: string): Promise<{ readonly hash: Hash; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return { hash, bytes };
}
