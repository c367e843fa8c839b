import { useSuspenseQuery } from '@tanstack/react-query';
import { type Me, meQuery } from '../api/queries';

/** The signed-in person; the pages are shown only to signed-in people. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
