/**
 * A state machine as data: for each state, what each event leads to, or `null` where the event is refused.
 * The types make the table complete; `flawsOfTable` finds what types cannot see.
 */
export interface TransitionTable<State extends string, Column extends string> {
  readonly initial: State;
  /** Final states. */
  readonly ends: readonly State[];
  readonly next: Readonly<Record<State, Readonly<Record<Column, State | null>>>>;
}

/** @throws Error naming the flaws: a process with contradictory rules does not start. */
export function soundTable<State extends string, Column extends string>(
  table: TransitionTable<State, Column>,
): TransitionTable<State, Column> {
  const flaws = flawsOfTable(table);
  if (flaws.length > 0) throw new Error(`a table of states is not sound: ${flaws.join('; ')}`);
  return table;
}

const reachableFrom = <State extends string>(
  initial: State,
  exitsOf: (state: State) => readonly State[],
): Set<State> => {
  const reached = new Set<State>([initial]);
  for (const state of reached) for (const exit of exitsOf(state)) reached.add(exit);
  return reached;
};

/**
 * What is wrong with a table, in words for the developer: states never reached, ends with exits, states
 * without exit that are not ends, events that no state accepts. Empty when the table is sound.
 */
export function flawsOfTable<State extends string, Column extends string>(
  table: TransitionTable<State, Column>,
): string[] {
  const states = Object.keys(table.next) as State[];
  const exitsOf = (state: State) =>
    (Object.values(table.next[state]) as (State | null)[]).filter((exit) => exit !== null);
  const reached = reachableFrom(table.initial, exitsOf);
  const columns = Object.keys(table.next[table.initial]) as Column[];
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...states
      .filter((state) => table.ends.includes(state) !== (exitsOf(state).length === 0))
      .map((state) => `${state} ${table.ends.includes(state) ? 'is an end with exits' : 'has no exit'}`),
    ...columns
      .filter((column) => states.every((state) => table.next[state][column] === null))
      .map((column) => `${column} is refused everywhere`),
  ];
}
