import type { ServerConfig } from '../config';

/**
 * Where agents find the broker, as far as the server knows: the address that the administrator set; else the external
 * broker, without the server's own account; else the embedded one, on the host by which the agent found the server.
 * @param host of the agent's own request
 * @param port that the embedded broker listens on
 */
export function agentBrokerUrl(
  { mqtt }: Pick<ServerConfig, 'mqtt'>,
  host: string,
  port = mqtt.embeddedPort,
): string {
  if (mqtt.agentsUrl) return mqtt.agentsUrl;
  if (!mqtt.url) return `${mqtt.tls ? 'mqtts' : 'mqtt'}://${host}:${port}`;
  const { protocol, host: broker } = new URL(mqtt.url);
  return `${protocol}//${broker}`;
}
