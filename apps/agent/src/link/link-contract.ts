import type { CommandBody, ExpectedRun, MachineConfig } from '@pandafab/lab-link';
import type { AgentId, FaultDetails, LabId, MachineId } from '@pandafab/shared';
import type { Assignment } from '../journal/run-journal';

/** What a machine is to do. */
export type MachineCommand = Exclude<CommandBody, { readonly action: 'renew-secret' }>;

export interface LinkIdentity {
  readonly labId: LabId;
  readonly agentId: AgentId;
  readonly agentVersion: string;
  /** A person said that this computer replaces the one before. */
  readonly takeOver: boolean;
  /** As it is at the moment of asking. */
  readonly secret: () => string;
}

export interface RefusalCause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** What the server can make the agent do. Handlers are called one at a time, but for `emergencyStop` and `watched`. */
export interface LinkHandlers {
  /**
   * The server is there; called before anything else that it says.
   * @param runs what this lab is to make or is making, as far as the server knows; undefined from one that does not say
   */
  welcomed(runs: readonly ExpectedRun[] | undefined): Promise<void>;
  machines(machines: readonly MachineConfig[]): Promise<void>;
  /** The run is in the journal, and the server knows. */
  assigned(assignment: Assignment): void;
  commanded(command: MachineCommand): Promise<void>;
  /** Does not throw for a server that does not answer. */
  renewSecret(): Promise<void>;
  /**
   * Called the moment it arrives, before anything that waits. Resolves when the machine's line has taken it; that may be
   * much later, while the line is closed.
   */
  emergencyStop(machineId: MachineId): Promise<void>;
  /** Somebody looks at this machine's line. Called the moment it arrives: it waits for nothing, and nothing for it. */
  watched(machineId: MachineId): void;
  /** The server does not take this agent: it has to end. */
  refused(cause: RefusalCause): void;
}
