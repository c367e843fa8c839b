import type { CommandBody, ExpectedRun, MachineConfig } from '@pandafab/lab-link';
import type { AgentId, FaultDetails, LabId, MachineId } from '@pandafab/shared';
import type { Assignment } from '../journal/run-journal';

/** A command for a machine. */
export type MachineCommand = Exclude<CommandBody, { readonly action: 'renew-secret' }>;

export interface LinkIdentity {
  readonly labId: LabId;
  readonly agentId: AgentId;
  readonly agentVersion: string;
  /** A person requested that this computer replace the previous one. */
  readonly takeOver: boolean;
  /** The current value. */
  readonly secret: () => string;
}

export interface RefusalCause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** The handlers for the server's messages, called one at a time, except `emergencyStop`, `watched` and `lookedAtPorts`. */
export interface LinkHandlers {
  /**
   * The server has welcomed the agent; called before any other handler.
   * @param runs the lab's waiting and running runs, as the server knows them; undefined from a server without this field
   */
  welcomed(runs: readonly ExpectedRun[] | undefined): Promise<void>;
  machines(machines: readonly MachineConfig[]): Promise<void>;
  /** The run is in the journal, and its receipt is sent. */
  assigned(assignment: Assignment): void;
  commanded(command: MachineCommand): Promise<void>;
  /** Does not throw when the server does not answer. */
  renewSecret(): Promise<void>;
  /**
   * Called as soon as the message arrives, before all waiting work. Resolves when the stop is written to the machine's
   * line; while the line is closed, that may be much later.
   */
  emergencyStop(machineId: MachineId): Promise<void>;
  /** A page shows this machine's console. Called as soon as the message arrives: it waits for no other work. */
  watched(machineId: MachineId): void;
  /** A person asks what is behind the serial ports that no machine uses. Called as soon as the message arrives. */
  lookedAtPorts(): void;
  /** The server refuses this agent: the agent has to end. */
  refused(cause: RefusalCause): void;
}
