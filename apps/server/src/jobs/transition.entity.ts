import type { FaultDetails, JobId, RunId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** Who made a job or a run change: a person, a lab's agent, or the service itself. */
export type ActorKind = 'account' | 'agent' | 'server';

/**
 * One step of a job, or of one of its runs: the database keeps these rows as they are. A wish that somebody sent to a
 * lab (pause, resume, cancel) is one too, from a state to the same.
 */
@Entity('transitions')
export class Transition {
  /** Made in the order of time. */
  @IdColumn() id!: string;
  @TextColumn() jobId!: JobId;
  /** Null for a step of the job itself. */
  @TextColumn({ nullable: true }) runId!: RunId | null;
  /** Null where the job or run began. */
  @TextColumn({ nullable: true }) from!: string | null;
  @TextColumn() to!: string;
  @TextColumn() event!: string;
  @JsonColumn({ nullable: true }) cause!: { readonly code: string; readonly details: FaultDetails } | null;
  @TextColumn() actorKind!: ActorKind;
  /** Of the account or the agent. */
  @TextColumn({ nullable: true }) actorId!: string | null;
  @InstantColumn() at!: number;
}
