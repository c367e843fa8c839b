import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { IndicatorScope } from '../scope';

/** Rows of the lab; all rows for the network. @param column such as `visit.labId` */
export function ofLab<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  { labId }: IndicatorScope,
): SelectQueryBuilder<Row> {
  return labId === null ? query : query.andWhere(`${column} = :labId`, { labId });
}

/** Rows whose day is in the period. */
export const inDays = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  { from, until }: IndicatorScope,
): SelectQueryBuilder<Row> => query.andWhere(`${column} >= :from AND ${column} <= :until`, { from, until });

/** Rows whose instant is in the period. */
export const inInstants = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  { start, end }: IndicatorScope,
): SelectQueryBuilder<Row> => query.andWhere(`${column} >= :start AND ${column} < :end`, { start, end });

/** Numbers of a raw row: PostgreSQL gives sums and counts as texts, and nothing for the sum of no row. */
export const numberOf = (value: string | number | null | undefined): number => Number(value ?? 0);
