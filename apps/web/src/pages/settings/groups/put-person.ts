import { api, content } from '../../../api/client';

/** The answers that a change of a group's people makes stale. */
export const PEOPLE_TOUCH = ['/api/v1/groups', '/api/v1/me/groups'] as const;

/** Adds a member to a group, or changes whether the member leads it. */
export const putPerson = (id: string, memberId: string, leads: boolean) =>
  content(
    api.PUT('/api/v1/groups/{id}/people/{memberId}', { params: { path: { id, memberId } }, body: { leads } }),
  );

export const removePerson = (id: string, memberId: string) =>
  content(api.DELETE('/api/v1/groups/{id}/people/{memberId}', { params: { path: { id, memberId } } }));
