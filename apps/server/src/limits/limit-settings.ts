/** So many in so long; what is more is refused until that time is over. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** What the person is told. */
  readonly fault: 'AUTH.TOO_MANY_ATTEMPTS' | 'REQUEST.TOO_MANY';
}

const QUARTER_HOUR = 900;
const HOUR = 3600;
const attempts = { fault: 'AUTH.TOO_MANY_ATTEMPTS' } as const;
const requests = { fault: 'REQUEST.TOO_MANY' } as const;

/** Every limit of the service, by name. */
export const LIMITS = {
  /** Failed attempts from one network address, whomever they guess: a class of thirty behind one address signs in. */
  'sign-in': { points: 50, seconds: QUARTER_HOUR, ...attempts },
  /** Codes that computers show to become a lab's agent, by network address. */
  enrolment: { points: 10, seconds: QUARTER_HOUR, ...attempts },
  /** What makes the service write a mail to whoever is named, by the network address that asks. */
  'mail-from-address': { points: 5, seconds: HOUR, ...requests },
  /** The same, by the e-mail address that is written to. */
  'mail-to': { points: 3, seconds: HOUR, ...requests },
  /** Submissions of a member's account. */
  submission: { points: 300, seconds: HOUR, ...requests },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** Guessing one account's password: after so many failures it is shut for a while. */
export interface LockOut {
  readonly failures: number;
  /** Doubled with each further failure. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** Failures are forgotten that long after the first. Longer than the longest lock. */
  readonly rememberedSeconds: number;
}

/** All requests together: counted in each process, and shared every second. */
export interface RequestLimit {
  readonly perAccount: number;
  /** Of requests that no account sent, by network address. */
  readonly perAddress: number;
  readonly windowSeconds: number;
}

/** How long a client may take. An upload over a slow line may take hours, as long as something comes. */
export interface ConnectionLimits {
  /** Until the last header. */
  readonly headersMs: number;
  /** Without a byte in either direction. Live streams say something every ten seconds. */
  readonly silentMs: number;
  /** Until the last byte of a file. */
  readonly requestMs: number;
  /** Until the last byte of JSON or of a form, which are short. */
  readonly bodyMs: number;
  /** What must come of a file in each such time, so that nobody keeps a connection for hours by a byte a minute. */
  readonly upload: { readonly windowMs: number; readonly leastBytes: number };
  /** How often Node looks for requests that take too long. */
  readonly checkedEveryMs: number;
}

export interface LimitSettings {
  readonly limits: Readonly<Record<LimitName, Limit>>;
  /** To one network address, and to one browser that the account knows. */
  readonly lockOut: LockOut;
  /** To everybody whom the account does not know, from wherever they fail. */
  readonly strangersLockOut: LockOut;
  readonly requests: RequestLimit;
  readonly connections: ConnectionLimits;
}

/** Generous where people work, narrow where somebody guesses. Tests give others, so that nobody waits for long. */
export const limitSettings: LimitSettings = {
  limits: LIMITS,
  lockOut: { failures: 5, firstSeconds: 60, longestSeconds: HOUR, rememberedSeconds: 24 * HOUR },
  // More than a person mistypes in a day, and remembered for a week: some thirty guesses a day, from however many addresses.
  strangersLockOut: {
    failures: 20,
    firstSeconds: 60,
    longestSeconds: HOUR,
    rememberedSeconds: 7 * 24 * HOUR,
  },
  // A page asks a few times a second; scripts that follow many jobs ask much more often.
  requests: { perAccount: 6000, perAddress: 600, windowSeconds: 60 },
  connections: {
    ...{ headersMs: 20_000, silentMs: 120_000, requestMs: 4 * HOUR * 1000, checkedEveryMs: 10_000 },
    bodyMs: 60_000,
    // A kilobyte a second: less than what is left of a school's line when thirty pupils use it.
    upload: { windowMs: 120_000, leastBytes: 120 * 1024 },
  },
};

export const LIMIT_SETTINGS = Symbol('LimitSettings');

/** How long the lock is after `failures` in a row; 0: none yet. */
export function lockSeconds(
  failures: number,
  { failures: most, firstSeconds, longestSeconds }: LockOut,
): number {
  return failures < most ? 0 : Math.min(firstSeconds * 2 ** (failures - most), longestSeconds);
}
