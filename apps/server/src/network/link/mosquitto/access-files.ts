import { labTopics, topicPrefix } from '@pandafab/lab-link';
import type { LabId, MachineId } from '@pandafab/shared';
import { mosquittoHash } from './password';

export interface AgentAccess {
  readonly agentId: string;
  readonly labId: LabId;
  /** null: it may not connect. */
  readonly hash: string | null;
}

export interface BridgeAccess {
  readonly machineId: MachineId;
  readonly labId: LabId;
  readonly hash: string | null;
}

export interface Access {
  /** The server's own account, from MQTT_USERNAME and MQTT_PASSWORD. */
  readonly server: { readonly username: string; readonly password: string } | undefined;
  readonly agents: readonly AgentAccess[];
  readonly bridges: readonly BridgeAccess[];
}

interface User {
  readonly name: string;
  readonly hash: string;
  /** In the format of mosquitto.conf(5), acl_file. */
  readonly topics: readonly string[];
}

/**
 * The same rights as `mayTouch` gives on the embedded broker; test/contract/broker-access.spec.ts checks that both
 * agree.
 */
function usersOf({ server, agents, bridges }: Access): User[] {
  const mine = server && {
    ...{ name: server.username, hash: mosquittoHash(server.password) },
    topics: [`readwrite ${topicPrefix}/#`],
  };
  const named = [
    ...agents.map(({ agentId, labId, hash }) => ({
      name: `agent/${agentId}`,
      hash,
      topics: agentTopics(labId),
    })),
    ...bridges.map((bridge) => ({
      ...bridge,
      name: `machine/${bridge.machineId}`,
      topics: bridgeTopics(bridge),
    })),
  ];
  const known = named.flatMap(({ name, hash, topics }) => (hash === null ? [] : [{ name, hash, topics }]));
  return mine ? [mine, ...known] : known;
}

function agentTopics(labId: LabId): string[] {
  const { presence, up, down, telemetry, bridge } = labTopics(labId);
  const any = bridge('+' as MachineId);
  return [
    ...[presence, up, telemetry, `${any}/to`].map((topic) => `write ${topic}`),
    ...[down, `${any}/from`, `${any}/presence`].map((topic) => `read ${topic}`),
  ];
}

function bridgeTopics({ labId, machineId }: BridgeAccess): string[] {
  const base = labTopics(labId).bridge(machineId);
  return [`read ${base}/to`, `write ${base}/from`, `write ${base}/presence`];
}

/**
 * Contents of Mosquitto's `password_file` and `acl_file`: which users may connect, and which topics they may use. No
 * other user has access.
 */
export function accessFiles(access: Access): { passwords: string; acl: string } {
  const users = usersOf(access);
  return {
    passwords: users.map(({ name, hash }) => `${name}:${hash}\n`).join(''),
    acl: users
      .map(({ name, topics }) => `user ${name}\n${topics.map((topic) => `topic ${topic}\n`).join('')}`)
      .join('\n'),
  };
}
