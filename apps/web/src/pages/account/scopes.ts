import type { Schemas } from '../../api/client';

export type Scope = Schemas['TokenListDto_Output']['items'][number]['scopes'][number];

export const SCOPES = [
  'account:read',
  'account:write',
  'jobs:read',
  'jobs:write',
  'labs:read',
  'labs:write',
  'people:read',
  'people:write',
  'billing:read',
  'billing:write',
  'network:admin',
] as const satisfies Scope[];

/** A colon would mean something else in a key of words. */
export const wordOf = (scope: Scope): string => `account.scopes.${scope.replace(':', '-')}`;
