/** The events at the machines, in their order: accepted lines, and people who clear beds. */
export type Happening =
  /** A machine accepted line `index` of the file of part `part`. */
  | { kind: 'line'; machine: string; part: number; index: number; at: number }
  /** A person says that the bed of this machine is clear. */
  | BedClear;

export interface BedClear {
  readonly kind: 'bed-clear';
  readonly machine: string;
  readonly at: number;
  /** The server refused it, or should have: it clears nothing. Without an answer, the server may have accepted it. */
  refused: boolean;
}

/** A heater that stayed on too long although its agent could have switched it off. */
export interface HotMachine {
  readonly machine: string;
  readonly seconds: number;
}

export type OrderKind = 'cancel' | 'pause' | 'stop';

/** A person's order to a machine, which a server accepted. */
export interface Order {
  readonly kind: OrderKind;
  readonly machine: string;
  /** The part whose print it concerned. */
  readonly part: number;
  readonly acceptedAt: number;
  /** When it must be in effect; undefined if the lab never had enough calm time. */
  readonly dueAt: number | undefined;
  /** The time at which the order was withdrawn; undefined while it still holds. */
  readonly overAt: number | undefined;
  /** For a stop without a fault: whether the machine had halted when it was due. */
  readonly inEffect: boolean | undefined;
}

/** A waiting job that a person held: no print of it may begin meanwhile. */
export interface HeldJob {
  readonly jobId: string;
  /** When the server's answer had arrived; instants of this computer, as the servers'. */
  readonly from: number;
  /** When a person asked to release it; undefined: it is still held. */
  until: number | undefined;
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
  readonly assignedAt: number;
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
  /** It could take any job of its lab: all parts of the city fit all its machines. */
  readonly idle: boolean;
  /** Its state as a server shows it to people. */
  readonly shown: string;
}

export interface AgentRow {
  readonly lab: string;
  readonly appliedSequence: number;
  /** Facts from the agent's own journal. */
  readonly lastSequence: number;
  /** Events in the journal that the server has not acknowledged. */
  readonly pending: number;
}

/** A lab on hold: it begins no run until a person has checked its machines. */
export interface HeldLab {
  readonly lab: string;
  readonly because: string;
}

/** The billed amounts. */
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

/** The billing rows in the database. */
export interface Books extends Papers {
  readonly invoiceLines: readonly { readonly invoiceId: string; readonly netCents: number }[];
}

/** All facts that the checker uses, gathered when the city is healthy and at rest. */
export interface Evidence {
  readonly happenings: readonly Happening[];
  /** Ids of jobs in the API's answers: the service must never lose these. */
  readonly accepted: readonly string[];
  /** The API's answers to accountants. */
  readonly papers: Papers;
  readonly books: Books;
  readonly orders: readonly Order[];
  readonly heldJobs: readonly HeldJob[];
  readonly jobs: readonly JobRow[];
  readonly runs: readonly RunRow[];
  readonly machines: readonly MachineRow[];
  readonly agents: readonly AgentRow[];
  readonly hot: readonly HotMachine[];
  readonly held: readonly HeldLab[];
  /** Processes that ended without a signal. */
  readonly endings: readonly string[];
  /** What does not work, although everything that it needs works. */
  readonly unhealthy: readonly string[];
  /** How much each extruding line extrudes, µm. */
  readonly umOfLine: number;
}
