/** The firmware's message about a line that it did not execute as written. */
export interface Slip {
  /** The line that was in execution; 0 for none. */
  readonly line: number;
  readonly kind: 'prevented' | 'ignored' | 'warning' | 'error';
  readonly text: string;
}
