import type { Evidence, RunRow } from './evidence';
import type { Sighting } from './sightings';

export const ENDED = ['done', 'cancelled', 'failed', 'interrupted'];

/** What a checkpoint may lag behind: its own 100 ms, and a computer that did not get to write it. */
const CHECKPOINT_LAG_MS = 1500;
/** As many commands as the firmware's receive buffer and queue hold, and one under way. */
const BUFFERED_LINES = 12;

/** Filament and charges of all runs that ended, against what the machines saw. */
export function judgeLedger(evidence: Evidence, sightings: readonly Sighting[]): string[] {
  const prints = new Map<string, Sighting[]>();
  for (const print of sightings) {
    const key = `${print.machine} ${print.part}`;
    prints.set(key, [...(prints.get(key) ?? []), print]);
  }
  return evidence.runs
    .filter(({ state }) => ENDED.includes(state))
    .flatMap((run) => {
      const name = `run ${run.id} of part ${run.part} (${run.state})`;
      const seen = prints.get(`${run.machine} ${run.part}`) ?? [];
      return [...booked(run), ...charged(run), ...asSeen(evidence, run, seen)].map(
        (fault) => `${name} ${fault}`,
      );
    });
}

function booked({ movementsUm, filamentUm }: RunRow): string[] {
  const sum = movementsUm.reduce((all, length) => all + length, 0);
  return [
    ...(movementsUm.length > 1 ? [`was booked ${movementsUm.length} times`] : []),
    ...(sum === filamentUm ? [] : [`reported ${filamentUm} µm and booked ${sum}`]),
  ];
}

/** Whoever got their part pays once; nobody pays for a part that they did not get. */
const charged = ({ state, usages }: RunRow): string[] =>
  usages === (state === 'done' ? 1 : 0) ? [] : [`was charged ${usages} times`];

function asSeen({ runs, umOfLine }: Evidence, run: RunRow, seen: readonly Sighting[]): string[] {
  // A redone part may meet the same machine again: then no print is surely this run's.
  if (runs.filter(({ machine, part }) => machine === run.machine && part === run.part).length > 1) return [];
  const [print] = seen;
  const lines = print?.at.length ?? 0;
  const sum = run.movementsUm.reduce((all, length) => all + length, 0);
  const [least, most] = bounds(run, print);
  const isWithin = sum >= least * umOfLine && sum <= most * umOfLine;
  const wanted = `${least * umOfLine} to ${most * umOfLine}`;
  return [
    ...(run.state === 'done' && lines !== run.lines ? [`is done after ${lines} lines`] : []),
    ...(isWithin ? [] : [`booked ${sum} µm; the machine saw ${lines} lines, so ${wanted}`]),
  ];
}

/** How many lines the ledger may have of a print: exactly those, or but for the buffer and one checkpoint. */
function bounds(run: RunRow, print: Sighting | undefined): readonly [number, number] {
  const at = print?.at ?? [];
  if (run.exact) return [at.length, at.length];
  const known = at.filter((moment) => moment < (at.at(-1) ?? 0) - CHECKPOINT_LAG_MS).length;
  return [Math.max(0, known - BUFFERED_LINES), at.length];
}
