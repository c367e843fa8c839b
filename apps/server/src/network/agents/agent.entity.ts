import type { AgentId, LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** The computer next to a lab's machines: one identity for each lab. */
@Entity('agents')
export class Agent {
  @IdColumn() id!: AgentId;
  @TextColumn() labId!: LabId;
  /** SHA-256 of the secret, in hexadecimal: 256 random bits need no slow hash. */
  @TextColumn() secretHash!: string;
  /**
   * Hash of the next secret. It replaces the current one when the agent first uses it, so a lost answer locks no
   * agent out.
   */
  @TextColumn({ nullable: true }) nextSecretHash!: string | null;
  /** Hash of the same secret for Mosquitto's password file; null for agents from before this column. */
  @TextColumn({ nullable: true }) mosquittoHash!: string | null;
  /** The journal that has this identity now; null before the first hello. */
  @TextColumn({ nullable: true }) instanceId!: string | null;
  /** Raised at each takeover; messages of a lower epoch are refused. 0 before the first hello. */
  @IntegerColumn() epoch!: number;
  /** Another computer was enrolled: its first hello takes the identity over, once. */
  @FlagColumn() mayTakeOver!: boolean;
  /** The sequence number of the last event of this epoch that is applied. */
  @IntegerColumn() appliedSequence!: number;
  /** The id of that event: a journal restored from a backup gives the same numbers to other events. */
  @TextColumn({ nullable: true }) appliedEventId!: string | null;
  @TextColumn({ nullable: true }) version!: string | null;
  @InstantColumn({ nullable: true }) lastHelloAt!: number | null;
  @InstantColumn() createdAt!: number;
}
