import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, IntegerColumn, JsonColumn, RealColumn } from '../../platform/persistence/columns';

/** For which jobs a lab asks for a manager's yes. A lab without a row asks for none. */
@Entity('approval_rules')
export class LabApprovalRules {
  @IdColumn() labId!: LabId;
  @IntegerColumn({ nullable: true }) firstJobs!: number | null;
  @RealColumn({ nullable: true }) longerThanHours!: number | null;
  @IntegerColumn({ nullable: true }) costOverCents!: number | null;
  @JsonColumn() materials!: string[];
}
