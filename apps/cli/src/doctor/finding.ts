/** The doctor's result for one requirement of this host. */
export interface Finding {
  /** Stable name, for programs. */
  readonly name: string;
  /** `missing`: PandaFab cannot work without it; `warning`: some function will not work. */
  readonly status: 'ok' | 'warning' | 'missing';
  /** What was found, in the terminal's language. */
  readonly found: string;
  /** The action to take, or null when none is needed. */
  readonly cure: string | null;
}

export const ok = (name: string, found: string): Finding => ({ name, status: 'ok', found, cure: null });

export const warning = (name: string, found: string, cure: string): Finding => ({
  name,
  status: 'warning',
  found,
  cure,
});

export const missing = (name: string, found: string, cure: string): Finding => ({
  name,
  status: 'missing',
  found,
  cure,
});

/** The part of an error that helps a person. Network errors of Node hide it in an empty AggregateError. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
