import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { currentLanguage } from '../../i18n/i18n';
import type { Tone } from '../../parts/state-badge';

export type Member = Schemas['MemberListDto_Output']['items'][number];
export type RoleGrant = NonNullable<Member['account']>['roles'][number];
export type Category = Schemas['CategoryListDto_Output']['items'][number];

export const RESIDENCY = ['valid', 'ends-soon', 'expired', 'none'] as const;
export type Residency = (typeof RESIDENCY)[number];
export const isResidency = (text: string | null): text is Residency => RESIDENCY.includes(text as Residency);
export const residencyOf = ({ residency }: Pick<Member, 'residency'>): Residency =>
  residency?.state ?? 'none';
export const TONES: Record<Residency, Tone> = {
  valid: 'good',
  'ends-soon': 'soon',
  expired: 'bad',
  none: 'neutral',
};

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id],
    queryFn: () => content(api.GET('/api/v1/members/{id}', { params: { path: { id } } })),
  });

export const membersQuery = (query: {
  limit: number;
  offset?: number;
  search?: string;
  residency?: Residency;
}) =>
  queryOptions({
    queryKey: ['members', query],
    queryFn: () => content(api.GET('/api/v1/members', { params: { query } })),
  });

/** What shows a member is asked for again when the member changes. */
export const touchedBy = (id: string) => [['members'], ['member', id]];

const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: async () => (await content(api.GET('/api/v1/categories'))).items,
  staleTime: 60_000,
});

export const nameIn = ({ nameFr, nameEn }: { nameFr: string; nameEn: string }): string =>
  currentLanguage() === 'fr' ? nameFr : nameEn;

/** Every category, and what a code is called; the code itself where that is not known. */
export function useCategories(): { all: readonly Category[]; nameOf: (code: string) => string } {
  const { data: all = [] } = useQuery(categoriesQuery);
  const nameOf = (code: string) => {
    const found = all.find((each) => each.code === code);
    return found ? nameIn(found) : code;
  };
  return { all, nameOf };
}
