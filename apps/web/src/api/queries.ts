import { queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../i18n/i18n';
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

/** The server's sentences are in the reader's language: another language is another answer. */
export const machinesQuery = (labId: string) =>
  queryOptions({
    queryKey: ['machines', labId, currentLanguage()],
    queryFn: () => content(api.GET('/api/v1/labs/{id}/machines', { params: { path: { id: labId } } })),
    staleTime: 30_000,
  });

/** What can be asked for in a lab. */
export const materialsQuery = (labId: string) =>
  queryOptions({
    queryKey: ['materials', labId],
    queryFn: () => content(api.GET('/api/v1/labs/{id}/materials', { params: { path: { id: labId } } })),
    staleTime: 30_000,
  });
