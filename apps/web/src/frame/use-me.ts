import { useSuspenseQuery } from '@tanstack/react-query';
import { type Me, meQuery } from '../api/queries';

/** Whoever is signed in; pages are shown to nobody else. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
