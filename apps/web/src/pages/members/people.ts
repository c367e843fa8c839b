import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schemas } from '../../api/client';
import { get, type KeyOf } from '../../api/get';
import type { Member } from '../../api/queries';
import { residencySearchedValues } from '../../api/schema';
import { currentLanguage } from '../../i18n/i18n';
import type { Tone } from '../../parts/state-badge';

export type Category = Schemas['MemberCategory'];

export type Residency = Schemas['ResidencySearched'];
export const isResidency = (text: string | null): text is Residency =>
  residencySearchedValues.some((each) => each === text);
export const residencyOf = ({ residency }: Pick<Member, 'residency'>): Residency =>
  residency?.state ?? 'none';
export const TONES: Record<Residency, Tone> = {
  valid: 'good',
  'ends-soon': 'soon',
  expired: 'bad',
  none: 'neutral',
};

type Search = NonNullable<NonNullable<KeyOf<'/api/v1/members'>[1]>['query']>;
export const membersQuery = (query: Search) => get('/api/v1/members', { query });

export const nameIn = ({ nameFr, nameEn }: { nameFr: string; nameEn: string }): string =>
  currentLanguage() === 'fr' ? nameFr : nameEn;

/** The categories, and the name of a code; the code itself if its name is unknown. */
export function useCategories(): { all: readonly Category[]; nameOf: (code: string) => string } {
  const { data } = useQuery({ ...get('/api/v1/categories'), staleTime: 60_000 });
  return useMemo(() => {
    const all = data?.items ?? [];
    const nameOf = (code: string) => {
      const found = all.find((each) => each.code === code);
      return found ? nameIn(found) : code;
    };
    return { all, nameOf };
  }, [data]);
}
