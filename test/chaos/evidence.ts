/** What happened beside the machines, in the order in which it happened: people and lines. */
export type Happening =
  /** A machine accepted line `index` of the file of part `part`. */
  | { kind: 'line'; machine: string; part: number; index: number; at: number }
  /** A person says that the bed of this machine is clear. */
  | BedClear;

export interface BedClear {
  readonly kind: 'bed-clear';
  readonly machine: string;
  readonly at: number;
  /** The server refused it, or ought to have: it clears nothing. An answer that never came may have been a yes. */
  refused: boolean;
}

/** A heater that stayed on for too long while somebody could have switched it off. */
export interface HotMachine {
  readonly machine: string;
  readonly seconds: number;
}

export type OrderKind = 'cancel' | 'pause' | 'stop';

/** What a person told a machine to do, and a server accepted. */
export interface Order {
  readonly kind: OrderKind;
  readonly machine: string;
  /** Whose print it meant. */
  readonly part: number;
  readonly acceptedAt: number;
  /** From here on it must be in effect; undefined while the lab never had enough calm time. */
  readonly dueAt: number | undefined;
  /** From here on nobody wants it any more; undefined while somebody does. */
  readonly overAt: number | undefined;
  /** Of a stop that nothing stood in the way of: the machine had halted when it was due. */
  readonly inEffect: boolean | undefined;
}

export interface JobRow {
  readonly id: string;
  readonly labId: string;
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
  /** Lines of its file that extrude. */
  readonly lines: number;
}

/** A machine as a server shows it. */
export interface MachineRow {
  readonly name: string;
  readonly labId: string;
  /** Nothing keeps it from taking any job of its lab: all parts of the city fit all its machines. */
  readonly idle: boolean;
  /** What a server shows of it, for people. */
  readonly shown: string;
}

export interface AgentRow {
  readonly lab: string;
  readonly appliedSequence: number;
  /** Of the agent's own journal. */
  readonly lastSequence: number;
  /** Events in the journal that the server has not acknowledged. */
  readonly pending: number;
}

/** A lab in which nothing is begun until a person has looked. */
export interface HeldLab {
  readonly lab: string;
  readonly because: string;
}

/** What was billed. */
export interface Papers {
  readonly prestations: readonly { readonly id: string; readonly reference: string }[];
  readonly lines: readonly {
    readonly id: string;
    readonly prestationId: string;
    readonly netCents: number;
  }[];
  readonly invoices: readonly Invoiced[];
}

export interface Invoiced {
  readonly id: string;
  readonly number: string;
  readonly prestationId: string;
  readonly netCents: number;
}

/** What the database has of it. */
export interface Books extends Papers {
  readonly invoiceLines: readonly { readonly invoiceId: string; readonly netCents: number }[];
}

/** Everything that the checker judges by, gathered when the city is healthy and at rest. */
export interface Evidence {
  readonly happenings: readonly Happening[];
  /** Ids of jobs that the API answered with: these it must never lose. */
  readonly accepted: readonly string[];
  /** What the API answered to accountants. */
  readonly papers: Papers;
  readonly books: Books;
  readonly orders: readonly Order[];
  readonly jobs: readonly JobRow[];
  readonly runs: readonly RunRow[];
  readonly machines: readonly MachineRow[];
  readonly agents: readonly AgentRow[];
  readonly hot: readonly HotMachine[];
  readonly held: readonly HeldLab[];
  /** Processes that ended without having been told to. */
  readonly endings: readonly string[];
  /** What does not work although all that it needs does. */
  readonly ailing: readonly string[];
  /** How much each extruding line extrudes, µm. */
  readonly umOfLine: number;
}
