import { Readable } from 'node:stream';

/**
 * A stream of what `pull` returns, until it returns undefined. Destroying it does not wait for a pull that is under
 * way: the sender of the bytes may have stopped.
 */
export function streamOf(pull: () => Promise<Buffer | undefined>): Readable {
  return new Readable({
    read() {
      pull().then(
        (piece) => this.push(piece ?? null),
        (error: Error) => this.destroy(error),
      );
    },
  });
}
