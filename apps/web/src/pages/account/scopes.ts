import type { Schemas } from '../../api/client';

export type Scope = Schemas['Scope'];

/** In a key of i18next, a colon has another meaning. */
export const wordOf = (scope: Scope): string => `account.scopes.${scope.replace(':', '-')}`;
