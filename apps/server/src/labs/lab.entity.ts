import type { AgentId, LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../persistence/columns';

/** Which of the two was put back to an earlier state. */
export type HeldBecause = 'LAB.SERVER_RESTORED' | 'LAB.JOURNAL_RESTORED';

/** A place with machines. */
@Entity('labs')
export class Lab {
  @IdColumn() id!: LabId;
  @TextColumn() name!: string;
  /** IANA zone of the lab's opening hours, such as Europe/Paris. */
  @TextColumn() timeZone!: string;
  /** Whoever has an e-mail address may register as a member of this lab. */
  @FlagColumn({ default: false }) selfRegistration!: boolean;
  /** Raised by every event that could free or fill a machine; a match for a lower one is stale. */
  @IntegerColumn() matchRevision!: number;
  /** Nothing is given to its machines until a person has confirmed that they were looked at; null where nothing is held. */
  @InstantColumn({ nullable: true }) heldSince!: number | null;
  /** Why, as a fault's code. */
  @TextColumn({ nullable: true }) heldBecause!: HeldBecause | null;
  @InstantColumn() createdAt!: number;
}

/** The computer beside a lab's machines: one identity a lab. */
@Entity('agents')
export class Agent {
  @IdColumn() id!: AgentId;
  @TextColumn() labId!: LabId;
  /** SHA-256 of the secret, in hexadecimal: 256 random bits need no slow hash. */
  @TextColumn() secretHash!: string;
  /** Of the secret that takes its place once the agent has used it: nothing is lost if it never gets there. */
  @TextColumn({ nullable: true }) nextSecretHash!: string | null;
  /** The same for Mosquitto's password file; null where it was made before there was one. */
  @TextColumn({ nullable: true }) mosquittoHash!: string | null;
  /** The journal that holds this identity now; null before the first hello. */
  @TextColumn({ nullable: true }) instanceId!: string | null;
  /** Raised at each takeover; messages of a lower one are refused. 0 before the first hello. */
  @IntegerColumn() epoch!: number;
  /** A computer was enrolled anew: its first hello takes the identity over, once. */
  @FlagColumn() mayTakeOver!: boolean;
  /** Events of this epoch up to this one are applied. */
  @IntegerColumn() appliedSequence!: number;
  /** The id of the last of them: a journal that was put back numbers other events alike. */
  @TextColumn({ nullable: true }) appliedEventId!: string | null;
  @TextColumn({ nullable: true }) version!: string | null;
  @InstantColumn({ nullable: true }) lastHelloAt!: number | null;
  @InstantColumn() createdAt!: number;
}
