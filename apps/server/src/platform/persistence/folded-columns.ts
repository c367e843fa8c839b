import { folded } from '@pandafab/shared';
import { type EntitySubscriberInterface, EventSubscriber, type InsertEvent, type UpdateEvent } from 'typeorm';
import { TextColumn } from './columns';

type Row = Record<string, unknown>;

/** By entity: each folded column, and the columns that it is folded from. */
const foldings = new Map<unknown, { readonly column: string; readonly of: readonly string[] }[]>();

/**
 * A column for search only: the texts of the named columns without accents and case, since neither database ignores
 * these when it compares. It is written automatically whenever one of these columns is.
 */
export function FoldedColumn(...of: [string, ...string[]]): PropertyDecorator {
  return (prototype, column) => {
    const entity = prototype.constructor;
    foldings.set(entity, [...(foldings.get(entity) ?? []), { column: String(column), of }]);
    TextColumn({ nullable: true, select: false })(prototype, column);
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Null where there is no text to search. */
export function foldedOf(values: readonly unknown[]): string | null {
  const texts = values.filter((value) => value !== null && value !== undefined).map(textOf);
  return texts.length > 0 ? folded(texts.join(' ')) : null;
}

/** Fills every `FoldedColumn` of an inserted row, and of a row whose texts are changed. */
@EventSubscriber()
export class FoldedColumns implements EntitySubscriberInterface {
  beforeInsert({ metadata, entity }: InsertEvent<Row>): void {
    // Not enumerable: the caller continues to compare, record or return its own row, without this column.
    for (const { column, of } of foldings.get(metadata.target) ?? [])
      Object.defineProperty(entity, column, {
        value: foldedOf(of.map((each) => entity[each])),
        ...{ configurable: true, writable: true },
      });
  }

  /**
   * The object with the changes gets the column too. @throws Error where only some of the texts are given: the rest
   * of the row is unknown here.
   */
  beforeUpdate({ metadata, entity }: UpdateEvent<Row>): void {
    for (const { column, of } of foldings.get(metadata.target) ?? []) {
      const given = of.filter((each) => entity?.[each] !== undefined);
      if (!entity || given.length === 0) continue;
      if (given.length < of.length) throw new Error(`${metadata.name}.${column} needs ${of.join(', ')}`);
      entity[column] = foldedOf(of.map((each) => entity[each]));
    }
  }
}
