/** The parts of a request that show which page sent it. */
export interface RequestOrigin {
  readonly method: string;
  /** Host and port that the browser requested, as a proxy passes them on. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for a request that changes data and that a page of another site made the browser send, with its cookies.
 * Browsers show this in Sec-Fetch-Site (only to https and localhost) or in Origin; programs send neither, and have no
 * cookies that an attacker could misuse.
 */
export function isCrossSiteChange(request: RequestOrigin, publicUrl: string | undefined): boolean {
  if (READING.has(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return true;
  const ownHosts = [request.host, ...(publicUrl ? [new URL(publicUrl).host] : [])];
  return !ownHosts.includes(new URL(origin).host);
}
