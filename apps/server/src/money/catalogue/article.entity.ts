import type { LineNature, Unit } from '@pandafab/domain';
import type { ArticleId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** Something that the network sells often, such as a training day. Lines copy it: a later change changes no line. */
@Entity('articles')
export class Article {
  @IdColumn() id!: ArticleId;
  /** A short code of staff, such as FORM-1; unique if there is one. */
  @TextColumn({ nullable: true }) code!: string | null;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @FoldedColumn('nameFr') foldedNameFr?: string | null;
  @FoldedColumn('nameEn') foldedNameEn?: string | null;
  @FoldedColumn('code', 'nameFr', 'nameEn') foldedWords?: string | null;
  @TextColumn({ nullable: true }) descriptionFr!: string | null;
  @TextColumn({ nullable: true }) descriptionEn!: string | null;
  @TextColumn() unit!: Unit;
  /** Euros net of VAT for `basis` units, a decimal with at most 6 places. */
  @TextColumn() unitPrice!: string;
  @IntegerColumn() basis!: number;
  /** The activity of the seller's settings that decides the VAT. */
  @TextColumn() activity!: string;
  @TextColumn() nature!: LineNature;
  @InstantColumn() createdAt!: number;
  /** An archived article is offered for no new line. */
  @InstantColumn({ nullable: true }) archivedAt!: number | null;
}
