import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import type { Me } from '../../api/queries';
import { REPORTERS, type Role } from '../../frame/rights';

export interface Scopes {
  /** What can be chosen: the network as an empty value, where one sees all of it, and labs. */
  readonly options: { value: string; label: string }[];
  /** What is shown first. */
  readonly first: string;
  readonly isReady: boolean;
}

/** The labs whose figures a person may see, and the network for those who may see all of it. */
export function useScopes(me: Me): Scopes {
  const { t } = useTranslation();
  const labs = useQuery(get('/api/v1/labs'));
  const own = me.roles.filter(({ role }) => (REPORTERS as readonly Role[]).includes(role));
  const seesAll = own.some(({ labId }) => labId === null);
  const seen = (labs.data?.items ?? []).filter(({ id }) => seesAll || own.some(({ labId }) => labId === id));
  return {
    options: [
      ...(seesAll ? [{ value: '', label: t('activity.network') }] : []),
      ...seen.map(({ id, name }) => ({ value: id, label: name })),
    ],
    first: seesAll ? '' : (seen[0]?.id ?? ''),
    isReady: seesAll || seen.length > 0,
  };
}
