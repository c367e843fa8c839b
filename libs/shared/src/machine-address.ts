/** Credentials for the broker of a machine. */
export interface MachineCredentials {
  readonly username: string;
  readonly password: string;
}

/** Replaces a secret. */
export const MASK = '***';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** In a readable address only before the host. */
const USER_INFO = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;
const OPTION =
  /^(qos=[012]|framing=(plain|base64)|batch=[01]|ca=\/[^&#]*|dtr=(leave|assert|clear)|speed=[1-9]\d{0,3}|size=[1-9]\d{0,3}(x[1-9]\d{0,3}){2})$/;

/** In a typed text `%` may mean itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True when every option of an address's query is a known one: an unknown one may be a secret. */
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
 * A machine's address in the form that may be shown and stored: without user name and password, and without other possible
 * secrets. In an unreadable address everything up to the last `@` counts as secret.
 */
export function withoutSecrets(address: string): string {
  if (!SCHEME.test(address)) return withoutOptions(address);
  const readable = URL.canParse(address);
  const bare = readable ? address.replace(USER_INFO, '$1') : address.replace(/:\/\/.*@/s, '://');
  return withoutOptions(bare.replace(/#.*$/s, `#${MASK}`));
}

/** The user name and password in an address; null without any. */
export function credentialsIn(address: string): MachineCredentials | null {
  if (!SCHEME.test(address) || !URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  return username || password ? { username: decoded(username), password: decoded(password) } : null;
}

/** The address with its credentials again, for the agent. */
export function withCredentials(address: string, credentials: MachineCredentials | null): string {
  if (!credentials) return address;
  const { username, password } = credentials;
  return address.replace(
    SCHEME,
    (scheme) => `${scheme}${encodeURIComponent(username)}:${encodeURIComponent(password)}@`,
  );
}

/** Whether an address can have user name and password. */
export const takesCredentials = (address: string): boolean => /^mqtts?:\/\//i.test(address);

/** The host and protocol of an address: a secret of one host must not be sent to another. */
export function hostOf(address: string): string | null {
  if (!takesCredentials(address) || !URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  return `${protocol}//${hostname.toLowerCase()}:${port || (protocol === 'mqtts:' ? 8883 : 1883)}`;
}
