/** What opens a broker that a machine is reached by. */
export interface MachineCredentials {
  readonly username: string;
  readonly password: string;
}

/** Stands where something secret was. */
export const MASK = '***';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Before the host, and nowhere else, in an address that can be read. */
const USER_INFO = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;
const OPTION = /^(qos=[012]|framing=(plain|base64)|batch=[01]|ca=\/[^&#]*|dtr=(leave|assert|clear))$/;

/** `%` may stand for itself in what a person typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True where every option of an address's query is one that machines have: what is not may be a secret. */
export function hasOnlyKnownOptions(address: string): boolean {
  const [, query] = /\?(.*)$/s.exec(address) ?? [];
  return query === undefined || query.split('&').every((each) => OPTION.test(each));
}

function withoutOptions(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return address;
  const options = address.slice(at + 1).split('&');
  return `${address.slice(0, at)}?${options.map((each) => (OPTION.test(each) ? each : MASK)).join('&')}`;
}

/**
 * An address of a machine as it may be shown and kept: without user name and password, and without what else in it may
 * be a secret. What nobody can read is taken for secret up to the last `@`.
 */
export function withoutSecrets(address: string): string {
  if (!SCHEME.test(address)) return withoutOptions(address);
  const readable = URL.canParse(address);
  const bare = readable ? address.replace(USER_INFO, '$1') : address.replace(/:\/\/.*@/s, '://');
  return withoutOptions(bare.replace(/#.*$/s, `#${MASK}`));
}

/** The user name and password in an address; null where there are none. */
export function credentialsIn(address: string): MachineCredentials | null {
  if (!SCHEME.test(address) || !URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  return username || password ? { username: decoded(username), password: decoded(password) } : null;
}

/** The address with them in it again, as agents are told it. */
export function withCredentials(address: string, credentials: MachineCredentials | null): string {
  if (!credentials) return address;
  const { username, password } = credentials;
  return address.replace(
    SCHEME,
    (scheme) => `${scheme}${encodeURIComponent(username)}:${encodeURIComponent(password)}@`,
  );
}

/** Can an address be given user name and password at all? */
export const takesCredentials = (address: string): boolean => /^mqtts?:\/\//i.test(address);

/** Whom an address leads to, and by which protocol: what is secret to one must not be told another. */
export function hostOf(address: string): string | null {
  if (!takesCredentials(address) || !URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  return `${protocol}//${hostname.toLowerCase()}:${port || (protocol === 'mqtts:' ? 8883 : 1883)}`;
}
