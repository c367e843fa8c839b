import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/get';
import { machinesQuery } from '../../api/queries';

const A_MINUTE = 60_000;

/** The colours on the lab's spools, those on its machines first. @param material empty: of all materials */
export const coloursQuery = (id: string, material: string) => ({
  ...get('/api/v1/labs/{id}/colours', { path: { id }, query: material ? { material } : {} }),
  staleTime: A_MINUTE,
});

/** The words by which jobs can choose among the lab's machines. */
export const tagsQuery = (id: string) =>
  queryOptions({
    ...machinesQuery(id),
    select: ({ items }) =>
      [...new Set(items.flatMap(({ tags, retiredAt }) => (retiredAt === null ? tags : [])))].sort((a, b) =>
        a.localeCompare(b),
      ),
  });
