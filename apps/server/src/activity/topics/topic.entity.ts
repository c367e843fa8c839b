import type { Audience, TopicLevel } from '@pandafab/domain';
import type { TopicId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** An introduction that the labs teach. A retired one stays on the sessions that have it. */
@Entity('topics')
export class Topic {
  @IdColumn() id!: TopicId;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @FoldedColumn('nameFr', 'nameEn') foldedName?: string | null;
  @TextColumn() level!: TopicLevel;
  /** What people can do afterwards. */
  @TextColumn() aimsFr!: string;
  @TextColumn() aimsEn!: string;
  @IntegerColumn() lengthMinutes!: number;
  /** For whom it is meant; empty: for all. */
  @JsonColumn() audiences!: readonly Audience[];
  @IntegerColumn() capacity!: number;
  /** Code of the machine kind whose induction it may grant; null: none. */
  @TextColumn({ nullable: true }) inductionKind!: string | null;
  /** Of one person, with tax; 0: free. */
  @IntegerColumn() priceCents!: number;
  @IntegerColumn() position!: number;
  /** Raised by each change. */
  @IntegerColumn() version!: number;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
