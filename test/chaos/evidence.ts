/** What happened beside the machines, in the order in which it happened: people and lines. */
export type Happening =
  /** A machine accepted line `index` of the file of part `part`. */
  | { kind: 'line'; machine: string; part: number; index: number; at: number }
  /** A person says that the bed of this machine is clear. */
  | { kind: 'bed-clear'; machine: string; at: number };

/** A heater that stayed on for too long while somebody could have switched it off. */
export interface HotMachine {
  readonly machine: string;
  readonly seconds: number;
}

export interface JobRow {
  readonly id: string;
  /** Number of the part in its file name; redone jobs share it. */
  readonly part: number;
  readonly state: string;
}

export interface RunRow {
  readonly id: string;
  readonly jobId: string;
  readonly part: number;
  readonly machine: string;
  readonly state: string;
  readonly active: boolean;
  readonly linesSent: number;
  readonly exact: boolean;
  /** As the lab reported it, µm. */
  readonly filamentUm: number;
  /** Lengths of the run's movements in the ledger, µm: one at most, for these machines have one tool. */
  readonly movementsUm: readonly number[];
  /** Usage records of the run. */
  readonly usages: number;
  /** The states it went through, in order. */
  readonly states: readonly string[];
}

export interface AgentRow {
  readonly lab: string;
  readonly appliedSequence: number;
  /** Of the agent's own journal. */
  readonly lastSequence: number;
  /** Events in the journal that the server has not acknowledged. */
  readonly pending: number;
}

/** Everything that the checker judges by, gathered when the city is healthy and at rest. */
export interface Evidence {
  readonly happenings: readonly Happening[];
  /** Ids that the API answered with: these it must never lose. */
  readonly accepted: readonly string[];
  readonly jobs: readonly JobRow[];
  readonly runs: readonly RunRow[];
  readonly agents: readonly AgentRow[];
  readonly hot: readonly HotMachine[];
  /** Processes that ended without having been told to. */
  readonly endings: readonly string[];
  /** Lines of a part's file that extrude, and how much each, µm. */
  readonly linesOfPart: number;
  readonly umOfLine: number;
}
