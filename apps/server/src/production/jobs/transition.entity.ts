import type { FaultDetails, JobId, RunId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import type { Actor } from '../../platform/kit/actor';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

/** The kind of actor that changed a job or a run. Never a visitor: each submission and command needs an account. */
export type TransitionActorKind = Exclude<Actor['kind'], 'visitor'>;

/**
 * One step of a job, or of one of its runs. The database refuses changes to these rows. A request sent to a lab (pause,
 * resume, cancel) is a step too, from a state to the same state.
 */
@Entity('transitions')
export class Transition {
  /** Ids increase with time. */
  @IdColumn() id!: string;
  @TextColumn() jobId!: JobId;
  /** Null for a step of the job itself. */
  @TextColumn({ nullable: true }) runId!: RunId | null;
  /** Null for the first step of the job or run. */
  @TextColumn({ nullable: true }) from!: string | null;
  @TextColumn() to!: string;
  @TextColumn() event!: string;
  @JsonColumn({ nullable: true }) cause!: { readonly code: string; readonly details: FaultDetails } | null;
  @TextColumn() actorKind!: TransitionActorKind;
  /** Id of the account or the agent. */
  @TextColumn({ nullable: true }) actorId!: string | null;
  @InstantColumn() at!: number;
}
