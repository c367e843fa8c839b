import type { Type } from '@nestjs/common';
import { getMetadataArgsStorage, type MigrationInterface } from 'typeorm';
import type { Feature } from '../kit/feature';

/** Every table of the service by its entity, and every migration in the order in which they run. */
export interface Schema {
  readonly entities: readonly Type[];
  readonly migrations: readonly Type<MigrationInterface>[];
}

/** TypeORM runs migrations by the time at the end of their names. */
const timeOf = ({ name }: Type): number => Number(/\d{13}$/.exec(name)?.[0] ?? Number.NaN);

/**
 * @param earlier migrations from before the features, which change tables of several of them
 * @throws Error when an entity or a migration is declared twice, when no feature declares an entity that the program
 * has loaded, or when two migrations have the same time or one has none
 */
export function schemaOf(features: readonly Feature[], earlier: Schema['migrations']): Schema {
  const entities = features.flatMap(({ tables = [] }) => tables);
  const migrations = [...earlier, ...features.flatMap((feature) => feature.migrations ?? [])];
  assertOnce('entity', entities.map(nameOf));
  assertOnce(
    'time of migrations',
    migrations.map((each) => String(timeOf(each))),
  );
  const timeless = migrations.filter((each) => Number.isNaN(timeOf(each)));
  if (timeless.length > 0) throw new Error(`no time in the name of: ${timeless.map(nameOf).join(', ')}`);
  const missing = loadedEntities().filter((entity) => !entities.includes(entity));
  if (missing.length > 0) throw new Error(`no feature declares: entity ${missing.map(nameOf).join(', ')}`);
  return { entities, migrations: migrations.sort((a, b) => timeOf(a) - timeOf(b)) };
}

const nameOf = ({ name }: Type): string => name;

const loadedEntities = (): Type[] =>
  getMetadataArgsStorage()
    .tables.map(({ target }) => target)
    .filter((target): target is Type => typeof target === 'function');

function assertOnce(what: string, names: readonly string[]): void {
  const doubled = names.filter((name, at) => names.indexOf(name) !== at);
  if (doubled.length > 0) throw new Error(`declared twice: ${what} ${[...new Set(doubled)].join(', ')}`);
}
