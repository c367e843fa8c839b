import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, TextColumn } from '../../platform/persistence/columns';

/** A kind of machine, and whether a person needs an induction before using one. */
@Entity('machine_kinds')
export class MachineKind {
  /** Such as `printer`: machines refer to this code, so that the name can change. */
  @IdColumn() code!: string;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @FlagColumn() inductionRequired!: boolean;
}
