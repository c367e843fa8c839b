import type {
  GroupId,
  Instant,
  JobId,
  LabId,
  MachineId,
  MemberId,
  Micrometres,
  PrestationId,
  RunId,
  SpoolId,
} from '@pandafab/shared';
import type { RunOutcomeKind } from './run-state';

/** The basis of the price of a use: the member who made it, and the group or the prestation that it is made for. */
export interface PaidBy {
  readonly memberId: MemberId;
  /** Null: for the member themselves. */
  readonly groupId: GroupId | null;
  /** Null: no external client pays for it. */
  readonly prestationId: PrestationId | null;
}

/** A run that has ended: all data that stock and money need. */
export interface FinishedRun extends PaidBy {
  readonly runId: RunId;
  readonly jobId: JobId;
  readonly labId: LabId;
  readonly machineId: MachineId;
  /** The name of the job's file, as usage records show it. */
  readonly fileName: string;
  readonly outcome: RunOutcomeKind;
  /** Who requested the cancellation; null or absent: no request, as when a person stops the machine itself. */
  readonly cancelledBy?: 'maker' | 'staff' | null;
  /** True: its job waits again, and another run follows. */
  readonly isReturned?: boolean;
  /** Acknowledged net extrusion per tool, for every outcome. */
  readonly filamentUm: readonly Micrometres[];
  /** The spool of each tool when the run was assigned; null: none, or an unknown one. */
  readonly spools: readonly (SpoolId | null)[];
  /** Seconds between the first and the last line. */
  readonly seconds: number;
  readonly assignedAt: Instant;
  readonly endedAt: Instant;
}
