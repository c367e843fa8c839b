import type { ServerConfig } from '../../platform/kit/config';

/** The mail server as administrators see it: never its password. */
export function viewMailServer({ smtpUrl, from }: NonNullable<ServerConfig['mail']>) {
  const { hostname, port, protocol, username } = new URL(smtpUrl);
  return {
    host: hostname,
    port: port === '' ? null : Number(port),
    encrypted: protocol === 'smtps:',
    signsIn: username !== '',
    from,
  };
}
