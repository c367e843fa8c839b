import type { AccountId, GroupId, LabId, MemberId, OrganisationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** A class, a club, a workshop: its category gives the price and the statistics of its prints. */
@Entity('member_groups')
export class Group {
  @IdColumn() id!: GroupId;
  @TextColumn() name!: string;
  @FoldedColumn('name') foldedName?: string | null;
  /** Code of a MemberCategory. */
  @TextColumn() category!: string;
  @TextColumn() labId!: LabId;
  /** The school or association that it belongs to. */
  @TextColumn({ nullable: true }) organisationId!: OrganisationId | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) archivedAt!: number | null;
}

/** A member of a group. Its leaders submit jobs for it. */
@Entity('member_group_people')
export class GroupPerson {
  @IdColumn() id!: string;
  @TextColumn() groupId!: GroupId;
  @TextColumn() memberId!: MemberId;
  @FlagColumn() leads!: boolean;
  @InstantColumn() addedAt!: number;
}
