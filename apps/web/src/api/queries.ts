import { queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from './client';

export type Me = Schemas['MeDto_Output'];
export type Lab = Schemas['LabListDto_Output']['items'][number];
export type Machine = Schemas['MachineDto_Output'];
export type Job = Schemas['JobDto_Output'];

/** Questions that several pages ask, each in one place: what is kept of an answer is kept once. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => content(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

export const labsQuery = queryOptions({
  queryKey: ['labs'],
  queryFn: async () => (await content(api.GET('/api/v1/labs'))).items,
  staleTime: 60_000,
});
