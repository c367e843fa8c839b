import type { IndicatorParameters } from '@pandafab/domain';
import type { AccountId, ConventionId, LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RealColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** An agreement between a city, the State and an association, with aims and a subsidy. */
@Entity('conventions')
export class Convention {
  @IdColumn() id!: ConventionId;
  @TextColumn() title!: string;
  @JsonColumn() parties!: readonly string[];
  /** YYYY-MM-DD, both included. */
  @TextColumn() startsOn!: string;
  @TextColumn() endsOn!: string;
  @IntegerColumn() version!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

/** An aim, with the sentence of the agreement's own text. */
@Entity('convention_objectives')
export class ConventionObjective {
  @IdColumn() id!: string;
  @TextColumn() conventionId!: ConventionId;
  @IntegerColumn() position!: number;
  @TextColumn() title!: string;
  @TextColumn() quotation!: string;
}

/** A figure by which an objective is judged. */
@Entity('objective_indicators')
export class ObjectiveIndicator {
  @IdColumn() id!: string;
  @TextColumn() objectiveId!: string;
  @IntegerColumn() position!: number;
  /** Code of a query in `activity/indicators`. */
  @TextColumn() indicator!: string;
  @JsonColumn() parameters!: IndicatorParameters;
}

/** What an indicator should reach in a period. */
@Entity('indicator_targets')
export class IndicatorTarget {
  @IdColumn() id!: string;
  @TextColumn() objectiveIndicatorId!: string;
  /** `2026-H1`, `2026-H2` or `2026`. */
  @TextColumn() period!: string;
  @RealColumn() target!: number;
}

/** A part of the subsidy. */
@Entity('subsidy_instalments')
export class SubsidyInstalment {
  @IdColumn() id!: string;
  @TextColumn() conventionId!: ConventionId;
  @TextColumn() label!: string;
  @TextColumn() payer!: string;
  @TextColumn() dueOn!: string;
  @IntegerColumn() cents!: number;
  @TextColumn({ nullable: true }) receivedOn!: string | null;
}

/** A cost of the association, or a value in kind, such as a room that the city lends. */
@Entity('convention_costs')
export class ConventionCost {
  @IdColumn() id!: string;
  @TextColumn() conventionId!: ConventionId;
  /** Null: the whole network. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  @TextColumn() day!: string;
  @TextColumn() kind!: 'cost' | 'in-kind';
  @TextColumn() heading!: string;
  @TextColumn({ nullable: true }) note!: string | null;
  @IntegerColumn() cents!: number;
  /** SHA-256 of the line of an imported file, so that the same file twice adds nothing; null: typed. */
  @TextColumn({ nullable: true }) importedLine!: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
