/** At most `points` requests in `seconds`; further ones are refused until that time is over. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** The fault that the person gets. */
  readonly fault: 'AUTH.TOO_MANY_ATTEMPTS' | 'REQUEST.TOO_MANY';
}

const QUARTER_HOUR = 900;
const HOUR = 3600;
const attempts = { fault: 'AUTH.TOO_MANY_ATTEMPTS' } as const;
const requests = { fault: 'REQUEST.TOO_MANY' } as const;

/** Every limit of the service, by name. */
export const LIMITS = {
  /**
   * Failed attempts from one network address, for any accounts: a class of thirty behind one address can still sign
   * in.
   */
  'sign-in': { points: 50, seconds: QUARTER_HOUR, ...attempts },
  /** Enrolment codes, by the network address of the computer that sends them. */
  enrolment: { points: 10, seconds: QUARTER_HOUR, ...attempts },
  /** Requests that send a mail to an address that a visitor names, by the visitor's network address. */
  'mail-from-address': { points: 5, seconds: HOUR, ...requests },
  /** The same, by the e-mail address of the recipient. */
  'mail-to': { points: 3, seconds: HOUR, ...requests },
  /** Test mails of an administrator's account. */
  'mail-test': { points: 5, seconds: QUARTER_HOUR, ...requests },
  /** Requests of a slicer for a token, by the network address: a class presses the button at the same time. */
  'slicer-request': { points: 60, seconds: QUARTER_HOUR, ...requests },
  /** Requests with the token of a tablet at a door that is not valid, by network address. */
  'kiosk-token': { points: 60, seconds: QUARTER_HOUR, ...attempts },
  /** All requests of one tablet: one that was without a network for a week sends hundreds of visits at once. */
  kiosk: { points: 2000, seconds: QUARTER_HOUR, ...requests },
  /** Codes of cards that no member has, of one tablet. */
  'kiosk-card': { points: 60, seconds: QUARTER_HOUR, ...attempts },
  /** Submissions of a member's account. */
  submission: { points: 300, seconds: HOUR, ...requests },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** Against guessing one account's password: after this many failures it is locked for a while. */
export interface LockOut {
  readonly failures: number;
  /** Doubled after each further failure. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** Failures are forgotten this long after the first one. Longer than the longest lock. */
  readonly rememberedSeconds: number;
}

/** All requests together: counted in each process, and shared every second. */
export interface RequestLimit {
  readonly perAccount: number;
  /** Requests without an account, by network address. */
  readonly perAddress: number;
  readonly windowSeconds: number;
}

/** How long a client may take. An upload over a slow line may take hours, as long as data arrives. */
export interface ConnectionLimits {
  /** Until the last header. */
  readonly headersMs: number;
  /** Without a byte in either direction. Live streams send a message every ten seconds. */
  readonly silentMs: number;
  /** Until the last byte of a file. */
  readonly requestMs: number;
  /** Until the last byte of JSON or of a form, which are short. */
  readonly bodyMs: number;
  /**
   * The least part of a file that must arrive in each window, so that no client keeps a connection for hours with a
   * byte a minute.
   */
  readonly upload: { readonly windowMs: number; readonly leastBytes: number };
  /** How often Node looks for requests that take too long. */
  readonly checkedEveryMs: number;
}

export interface LimitSettings {
  readonly limits: Readonly<Record<LimitName, Limit>>;
  /** For one network address, and for one browser that the account knows. */
  readonly lockOut: LockOut;
  /** For all browsers that the account does not know together, whatever their address. */
  readonly strangersLockOut: LockOut;
  readonly requests: RequestLimit;
  readonly connections: ConnectionLimits;
}

/** Generous for people at work, narrow against guessing. Tests pass shorter times. */
export const limitSettings: LimitSettings = {
  limits: LIMITS,
  lockOut: { failures: 5, firstSeconds: 60, longestSeconds: HOUR, rememberedSeconds: 24 * HOUR },
  // More failures than a person's typing errors in a day, remembered for a week: this leaves about thirty guesses a
  // day, from any number of addresses.
  strangersLockOut: {
    failures: 20,
    firstSeconds: 60,
    longestSeconds: HOUR,
    rememberedSeconds: 7 * 24 * HOUR,
  },
  // A page sends a few requests a second; scripts that follow many jobs send many more.
  requests: { perAccount: 6000, perAddress: 600, windowSeconds: 60 },
  connections: {
    ...{ headersMs: 20_000, silentMs: 120_000, requestMs: 4 * HOUR * 1000, checkedEveryMs: 10_000 },
    bodyMs: 60_000,
    // A kilobyte a second: less than the share of one pupil when thirty pupils use a school's line.
    upload: { windowMs: 120_000, leastBytes: 120 * 1024 },
  },
};

export const LIMIT_SETTINGS = Symbol('LimitSettings');

/** How long the lock is after `failures` in a row; 0: not locked yet. */
export function lockSeconds(
  failures: number,
  { failures: most, firstSeconds, longestSeconds }: LockOut,
): number {
  return failures < most ? 0 : Math.min(firstSeconds * 2 ** (failures - most), longestSeconds);
}
