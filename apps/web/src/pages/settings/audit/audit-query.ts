import { get } from '../../../api/get';
import { PAGE_SIZE } from '../../../parts/table/data-table';
import type { ListState } from '../../../parts/table/list-state';
import { NETWORK_ZONE } from '../../../parts/zone';
import { instantsOfDays } from './day-range';

/** The filters of the trail, as they stand in the page's address. */
export const FILTERS = ['person', 'action', 'first', 'last'] as const;
export type AuditFilter = (typeof FILTERS)[number];

/** One page of the audit trail, searched and narrowed by the server. */
export const auditQuery = (
  { search, from }: ListState,
  { person, action, first, last }: Readonly<Record<AuditFilter, string>>,
) =>
  get('/api/v1/audit', {
    query: {
      limit: PAGE_SIZE,
      offset: from,
      search: search || undefined,
      person: person || undefined,
      action: action || undefined,
      ...instantsOfDays(first, last, NETWORK_ZONE),
    },
  });
