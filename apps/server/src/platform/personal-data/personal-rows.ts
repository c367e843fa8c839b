import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Owner, PersonalPart } from './personal-tables';

export const byMember = ({ memberId }: Owner) => [{ memberId }];
export const byAccount = ({ accountId }: Owner) => [{ accountId }];

/**
 * A part of the export that consists of the rows of one table.
 * @param where conditions; a row that meets one of them belongs to the owner
 * @param without secrets, and fields that another part of the export has
 */
export const rowsOf = (
  entity: EntityTarget<ObjectLiteral>,
  where: (owner: Owner) => object[],
  without: readonly string[] = [],
): PersonalPart => ({
  entities: [entity],
  read: async (manager: EntityManager, owner: Owner) => {
    const rows = await manager.find(entity, { where: where(owner) });
    return rows.map((row) => exportedRow(row, without));
  },
});

const isInstant = (field: string, value: unknown): value is number =>
  typeof value === 'number' && /(^at|At|Until)$/.test(field);

/** A row in the API's format: instants in ISO 8601, and without the fields of `without`. */
export function exportedRow(row: object, without: readonly string[] = []): Record<string, unknown> {
  const fields = Object.entries(row).filter(([field]) => !without.includes(field));
  return Object.fromEntries(
    fields.map(([field, value]) => [field, isInstant(field, value) ? new Date(value).toISOString() : value]),
  );
}
