import type { City, Lab } from './city';
import { whileCramped } from './faults/cramped';
import { linesOf } from './parts';
import type { People } from './people';
import { pause } from './service';

/** Of calm time. */
const WITHIN_MS = 90_000;
/** Of real time. */
const ANSWERED_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 250;
/** The number of printed lines of the first print when the disk becomes full: its start is stored by then. */
const FIRST_LINES = 5;
/** How long the disk stays full after the last line: by then the agent has tried to store the end, without success. */
const FULL_FOR_MS = 4000;
/** Enough time for the server's steps after a new job or an end. */
const NOTHING_UNDER_WAY_MS = 3000;

interface MachineView {
  readonly id: string;
  readonly bed: string;
  readonly bedRunId: string;
}

/**
 * All machines of a lab except one are in maintenance. Two prints follow each other on that machine; the second waits
 * for the bed. The agent's disk is full while the first one ends. No other event could repair a forgotten write.
 * @returns the steps that did not happen, as sentences
 */
export async function oneBed(city: City, people: People, lab: Lab): Promise<string[]> {
  const { service } = city;
  const [only, ...others] = lab.machines;
  if (!only) return [];
  const ask = <Body>(path: string) => service.insist<Body>(ANSWERED_WITHIN_MS, 'GET', path);
  const setMaintenance = async (inMaintenance: boolean) => {
    for (const { id } of others)
      await service.insist(ANSWERED_WITHIN_MS, 'PATCH', `/machines/${id}`, () => ({ inMaintenance }));
  };
  const reach = (id: string, what: string, states: readonly string[]) =>
    city.calm.pollUntil(
      lab.id,
      what,
      async () => {
        await pause(LOOK_EVERY_MS);
        return states.includes((await ask<{ state: string }>(`/jobs/${id}`)).state);
      },
      WITHIN_MS,
    );
  const clearBed = async () => {
    const { items } = await ask<{ items: MachineView[] }>(`/labs/${lab.id}/machines`);
    const bedRunId = items.find(({ id }) => id === only.id)?.bedRunId ?? '';
    await people.sayClear(lab, only.id, bedRunId, false);
  };
  const linesSeen = (part: number) =>
    city.happenings.filter((each) => each.kind === 'line' && each.part === part).length;
  const printed = (part: number, lines: number) =>
    city.calm.pollUntil(lab.id, `line ${lines} of part ${part}`, () => linesSeen(part) >= lines, WITHIN_MS);

  try {
    await setMaintenance(true);
    const [first, second] = [city.parts.next('short'), city.parts.next('short')];
    const firstJob = await people.submit(lab, first, ANSWERED_WITHIN_MS);
    await printed(first, FIRST_LINES);
    const secondJob = await people.submit(lab, second, ANSWERED_WITHIN_MS);
    await whileCramped(city, lab.agent, async () => {
      await printed(first, linesOf(first));
      await pause(FULL_FOR_MS);
    });
    await reach(firstJob, `the end of part ${first}, written once the disk had room`, ['done']);
    await reach(secondJob, `part ${second} to be in the queue`, ['queued']);
    await pause(NOTHING_UNDER_WAY_MS);
    await clearBed();
    await reach(secondJob, `part ${second} to begin once the bed of ${only.parked.name} was clear`, [
      'running',
      'done',
    ]);
    await reach(secondJob, `the end of part ${second}`, ['done']);
    await clearBed();
    await setMaintenance(false);
    return [];
  } catch (error) {
    return [`${lab.name}, with one bed: ${(error as Error).message}`];
  }
}
