export interface AddressRule {
  /** Without their colons. */
  readonly schemes: readonly string[];
  /** The sentence for a wrong one. */
  readonly sentence: string;
  /** The permitted paths; none when not given. */
  readonly path?: RegExp;
  /** User name, password and query are permitted. */
  readonly extras?: true;
}

/** Whether every part of this address is used: with an ignored part it would lead to another place. */
export function isServiceAddress(text: string, { schemes, path = /^\/?$/, extras }: AddressRule): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '' && url.search === '';
  return (
    schemes.includes(url.protocol.slice(0, -1)) &&
    // `localhost:3000` has the scheme “localhost”, and `http:x` is read as `http://x`.
    text.toLowerCase().startsWith(`${url.protocol}//`) &&
    url.hostname !== '' &&
    path.test(url.pathname) &&
    url.hash === '' &&
    (isBare || extras === true)
  );
}
