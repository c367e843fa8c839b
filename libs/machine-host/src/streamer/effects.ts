import type { RunCause } from '../machine-driver';

export type StreamerEvent =
  /** The plain command in flight is over; not certain when its ok was lost, and perhaps the command too. */
  | { readonly kind: 'answered'; readonly certain: boolean }
  /** Nothing is in flight and nothing more will be sent: the run is held, or the source is at its end. */
  | { readonly kind: 'drained' }
  /** The file needs a person at the machine; the command itself is not sent. */
  | { readonly kind: 'attention'; readonly command: string }
  /** The machine was reset between runs. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'failed'; readonly cause: RunCause };

/** The results of one step, in this order: bytes, then events. One buffer serves all steps. */
export class EffectBuffer {
  readonly frames: Uint8Array[] = [];
  readonly events: StreamerEvent[] = [];

  clear(): void {
    this.frames.length = 0;
    this.events.length = 0;
  }
}
