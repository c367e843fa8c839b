import { lockDatabase } from '../../city/database-lock';
import type { City } from '../city';
import { pause } from '../service';
import { between, during, type Fault, killAndStart, pick } from './fault';

/** Events committed just before may be acknowledged now. */
const IN_FLIGHT_MS = 100;
const MOMENT_WITHIN_MS = 4000;

const killServers = ({ foundations }: City) =>
  Promise.all(foundations.servers.map((server) => server.kill()));

async function startServers({ foundations }: City): Promise<void> {
  for (const server of foundations.servers) await server.start();
}

/** All servers die while nothing can be committed; immediately when one acknowledges an event, which would be false. */
export const killUncommitted: Fault = (city, random) =>
  during(city, 'lock', async () => {
    // Of PostgreSQL the first table: that of the agents, in which each event is counted.
    const release = await lockDatabase(city.foundations, 0);
    try {
      await pause(IN_FLIGHT_MS);
      await city.wiretap.next('applied', between(random, 500, 2500));
      await killServers(city);
    } finally {
      await release();
    }
    await startServers(city);
  });

/** All servers die at the moment at which one of them answers a write. */
export const killAtAnswer: Fault = async (city) => {
  await city.service.nextAcknowledgement(MOMENT_WITHIN_MS);
  await killServers(city);
  await startServers(city);
};

/** All servers die at the moment at which the acknowledgement of an event passes the broker. */
export const killAtApplied: Fault = async (city) => {
  await city.wiretap.next('applied', MOMENT_WITHIN_MS);
  await killServers(city);
  await startServers(city);
};

/** An agent dies with an unread message: the broker has delivered it, and the agent has not read it. */
export const killDeafAgent =
  (kind: 'assignment' | 'command'): Fault =>
  async (city, random) => {
    const { id, agent } = pick(random, city.labs);
    agent.freeze();
    await city.wiretap.next(kind, MOMENT_WITHIN_MS, id);
    await killAndStart(agent, 0);
  };

/** An agent dies at the moment at which its event passes the broker. */
export const killAtEvent: Fault = async (city) =>
  killAgentOf(city, await city.wiretap.next('event', MOMENT_WITHIN_MS));

/** An agent dies at the moment at which its receipt of an assignment passes the broker. */
export const killAtReceipt: Fault = async (city) => {
  const assignedTo = await city.wiretap.next('assignment', MOMENT_WITHIN_MS);
  await killAgentOf(city, await city.wiretap.next('receipt', MOMENT_WITHIN_MS, assignedTo));
};

async function killAgentOf({ labs }: City, labId: string | undefined): Promise<void> {
  const agent = labs.find(({ id }) => id === labId)?.agent;
  if (agent) await killAndStart(agent, 0);
}
