import type { ServerConfig } from '../../platform/kit/config';

/**
 * The broker's address for agents, as far as the server knows it: the address that the administrator set; else the
 * external broker, without the server's own account; else the embedded broker, on the host name by which the agent
 * reached the server.
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
