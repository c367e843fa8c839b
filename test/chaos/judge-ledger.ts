import type { Evidence, RunRow } from './evidence';
import type { Sighting } from './sightings';

export const ENDED = ['done', 'cancelled', 'failed', 'interrupted'];

/** How old a checkpoint may be: its interval of 100 ms, and the delay of a busy computer. */
const CHECKPOINT_LAG_MS = 1500;
/** The number of commands in the firmware's receive buffer and queue, and the one that it executes. */
const BUFFERED_LINES = 12;

/** Compares filament and charges of all ended runs with the lines that the machines accepted. */
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

/** A finished part is charged once; a part that was not made is not charged. */
const charged = ({ state, usages }: RunRow): string[] =>
  usages === (state === 'done' ? 1 : 0) ? [] : [`was charged ${usages} times`];

function asSeen({ runs, umOfLine }: Evidence, run: RunRow, seen: readonly Sighting[]): string[] {
  // A part that is made again may come to the same machine again: then no print can be assigned to this run.
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

/** How many lines of a print the ledger may contain: exactly all, or all except the buffer and one checkpoint. */
function bounds(run: RunRow, print: Sighting | undefined): readonly [number, number] {
  const at = print?.at ?? [];
  if (run.exact) return [at.length, at.length];
  const known = at.filter((moment) => moment < (at.at(-1) ?? 0) - CHECKPOINT_LAG_MS).length;
  return [Math.max(0, known - BUFFERED_LINES), at.length];
}
