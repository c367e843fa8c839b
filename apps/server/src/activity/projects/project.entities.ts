import type { ProjectState } from '@pandafab/domain';
import type {
  AccountId,
  GroupId,
  JobId,
  LabId,
  MemberId,
  OrganisationId,
  PrestationId,
  ProjectId,
} from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

export interface ProjectStage {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly plannedOn: string | null;
  readonly doneOn: string | null;
}

/** Something that several sessions, prints and a client order belong to: a school's video, a neighbourhood project. */
@Entity('projects')
export class Project {
  @IdColumn() id!: ProjectId;
  @TextColumn() title!: string;
  @FoldedColumn('title') foldedTitle?: string | null;
  @TextColumn() summary!: string;
  @TextColumn() state!: ProjectState;
  @TextColumn() labId!: LabId;
  /** For whom it is; null: for its own people only. */
  @TextColumn({ nullable: true }) organisationId!: OrganisationId | null;
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  /** Other partners, in the staff's words. */
  @JsonColumn() partners!: readonly string[];
  @JsonColumn() stages!: readonly ProjectStage[];
  /** YYYY-MM-DD in Europe/Paris. */
  @TextColumn() startsOn!: string;
  @TextColumn({ nullable: true }) endedOn!: string | null;
  @TextColumn({ nullable: true }) outcome!: string | null;
  /** Content of the picture in the file store; null: none. */
  @TextColumn({ nullable: true }) fileSha256!: string | null;
  @TextColumn({ nullable: true }) fileType!: string | null;
  @IntegerColumn({ nullable: true }) fileBytes!: number | null;
  @IntegerColumn() version!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

@Entity('project_people')
export class ProjectPerson {
  @IdColumn() id!: string;
  @TextColumn() projectId!: ProjectId;
  @TextColumn() memberId!: MemberId;
  @InstantColumn() addedAt!: number;
}

/** A print that belongs to a project. */
@Entity('project_jobs')
export class ProjectJob {
  @IdColumn() id!: string;
  @TextColumn() projectId!: ProjectId;
  @TextColumn() jobId!: JobId;
  @InstantColumn() addedAt!: number;
}

/** A client order that belongs to a project. */
@Entity('project_prestations')
export class ProjectPrestation {
  @IdColumn() id!: string;
  @TextColumn() projectId!: ProjectId;
  @TextColumn() prestationId!: PrestationId;
  @InstantColumn() addedAt!: number;
}
