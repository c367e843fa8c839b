import type { Happening } from './evidence';

/** One print of a part as a machine saw it. */
export interface Sighting {
  readonly machine: string;
  readonly part: number;
  /** When each of its lines was accepted, in milliseconds. */
  readonly at: number[];
  /** True if a person cleared the bed after the print before, or if there was no print before. */
  readonly bedCleared: boolean;
}

/** The prints of each machine in their order, and the violations: lines out of order, doubled or left out. */
export function sight(happenings: readonly Happening[]): { sightings: Sighting[]; disorder: string[] } {
  const sightings: Sighting[] = [];
  const disorder: string[] = [];
  const last = new Map<string, Sighting>();
  const cleared = new Set<string>();
  for (const happening of happenings) {
    const { machine } = happening;
    if (happening.kind === 'bed-clear') {
      if (!happening.refused) cleared.add(machine);
      continue;
    }
    const { part, index, at } = happening;
    const present = last.get(machine);
    if (present?.part === part && present.at.length === index) {
      present.at.push(at);
      continue;
    }
    if (index !== 0) {
      const was = present ? `line ${present.at.length - 1} of part ${present.part}` : 'nothing';
      disorder.push(`${machine} accepted line ${index} of part ${part} after ${was}`);
    }
    const begun = { machine, part, at: [at], bedCleared: !present || cleared.has(machine) };
    cleared.delete(machine);
    last.set(machine, begun);
    sightings.push(begun);
  }
  return { sightings, disorder };
}
