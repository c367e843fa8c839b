import type { LabId, MachineId } from '@pandafab/shared';

/** The prefix of all topics between labs and the server. */
export const topicPrefix = 'pandafab/v1/labs';

/** The prefix of a lab's topics; an agent may use no other. */
export const labTopics = (labId: LabId) => {
  const lab = `${topicPrefix}/${labId}`;
  return {
    /** Retained presence, with a last will; with that of line bridges the only retained messages. */
    presence: `${lab}/presence`,
    /** Agent to server: hello, receipts, events. */
    up: `${lab}/up`,
    /** Server to agent: welcome, acknowledgements, assignments, commands. */
    down: `${lab}/down`,
    /** Agent to server, latest value only. */
    telemetry: `${lab}/telemetry`,
    /**
     * Base topic of a machine's line bridge: `<base>/to` carries lines to the machine, `<base>/from` its replies,
     * `<base>/presence` the retained presence of the bridge.
     */
    bridge: (machineId: MachineId) => `${lab}/machines/${machineId}`,
  };
};

/** What the server subscribes to, over all labs. */
export const serverFilters = ['presence', 'up', 'telemetry'].map((leaf) => `${topicPrefix}/+/${leaf}`);

/** The lab and the leaf (`up`, `telemetry`, …) of a topic; undefined for a foreign topic. */
export function readTopic(topic: string): { labId: LabId; leaf: string } | undefined {
  const match = /^pandafab\/v1\/labs\/([^/]+)\/(.+)$/.exec(topic);
  return match?.[1] && match[2] ? { labId: match[1] as LabId, leaf: match[2] } : undefined;
}

export type TopicAccess = 'publish' | 'subscribe';
export type LinkPrincipal =
  | { kind: 'agent'; labId: LabId }
  | { kind: 'bridge'; labId: LabId; machineId: MachineId };

/** Whether this principal may publish or subscribe to this topic or filter: the broker's whole access list. */
export function mayTouch(principal: LinkPrincipal, access: TopicAccess, topic: string): boolean {
  const topics = labTopics(principal.labId);
  if (principal.kind === 'bridge') {
    const base = topics.bridge(principal.machineId);
    if (access === 'subscribe') return topic === `${base}/to`;
    return topic === `${base}/from` || topic === `${base}/presence`;
  }
  if (access === 'subscribe')
    return (
      topic === topics.down ||
      (/^[^+#]+\/machines\/[^/+#]+\/(from|presence)$/.test(topic) &&
        topic.startsWith(`${topicPrefix}/${principal.labId}/`))
    );
  return (
    [topics.presence, topics.up, topics.telemetry].includes(topic) ||
    (topic.startsWith(`${topicPrefix}/${principal.labId}/machines/`) && topic.endsWith('/to'))
  );
}
