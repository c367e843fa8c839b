import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { ApiToken } from './account.entity';

/** A token as the API shows it: never the secret. */
export const viewToken = ({ id, name, scopes, createdAt, expiresAt, ...token }: ApiToken) => ({
  id,
  name,
  scopes,
  createdAt: toIso(createdAt),
  expiresAt: toIsoOrNull(expiresAt),
  lastUsedAt: toIsoOrNull(token.lastUsedAt),
  lastClient: token.lastClient,
  slicerUser: token.slicerUser,
});
