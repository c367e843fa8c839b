import { Fault } from '@pandafab/shared';
import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/**
 * PostgreSQL returns bigints as strings; all of this service's are safe integers. PostgreSQL would refuse any other
 * value, and SQLite would store it as another type.
 */
const safeInteger = {
  to: (value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new Fault('REQUEST.NUMBER_TOO_LARGE', { number: value });
    return value;
  },
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** PostgreSQL and SQLite have no common type for bytes: base64 in a text column is the same on both. */
const base64 = {
  to: (value: Buffer | undefined) => value?.toString('base64'),
  from: (value: string | undefined) => (value === undefined ? undefined : Buffer.from(value, 'base64')),
};

/** A UUID, as text on both databases. */
export const IdColumn = () => PrimaryColumn({ type: 'varchar' });
export const TextColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'varchar' });
/** Long text, such as an analysis. */
export const JsonColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'simple-json' });
/** Some kilobytes; larger contents belong in the file store. */
export const BytesColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'varchar', transformer: base64 });
/** Counts, cents, micrometres, milligrams: integers up to 2^53. */
export const IntegerColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: safeInteger });
/** Milliseconds since the epoch, UTC, set by the application. */
export const InstantColumn = IntegerColumn;
export const FlagColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'boolean' });
/** A measured quantity, never money. */
export const RealColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'double precision' });
