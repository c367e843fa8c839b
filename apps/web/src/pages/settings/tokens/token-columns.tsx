import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { scopeValues } from '../../../api/schema';
import { Confirm } from '../../../parts/confirm';
import { formatDay, formatMoment } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { Column } from '../../../parts/table/data-table';
import { wordOf } from '../../account/scopes';

type OwnedToken = Schemas['OwnedToken'];

const isOver = (expiresAt: string): boolean => Date.parse(expiresAt) <= Date.now();

/** The columns of the list of tokens. */
export const tokenColumns = (t: TFunction): Column<OwnedToken>[] => [
  { id: 'name', header: t('tokens.name'), value: ({ name }) => name },
  {
    id: 'owner',
    header: t('tokens.owner'),
    cell: ({ owner }) => <Link to={`/members?member=${owner.memberId}`}>{owner.displayName}</Link>,
  },
  {
    id: 'scopes',
    header: t('tokens.scopes'),
    choice: 'shown',
    cell: ({ scopes }) =>
      scopes.length === scopeValues.length
        ? t('tokens.allScopes')
        : scopes.map((scope) => t(wordOf(scope))).join(', '),
  },
  {
    id: 'lastUsed',
    header: t('tokens.lastUsed'),
    cell: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt) : t('tokens.neverUsed')),
  },
  {
    id: 'created',
    header: t('tokens.created'),
    choice: 'hidden',
    cell: ({ createdAt }) => formatDay(createdAt),
  },
  { id: 'expires', header: t('tokens.expires'), cell: ({ expiresAt }) => expiryOf(t, expiresAt) },
  { id: 'actions', header: t('settings.actions'), isFigure: true, cell: (token) => revokeButton(t, token) },
];

function expiryOf(t: TFunction, expiresAt: string | null) {
  if (!expiresAt) return t('tokens.endless');
  if (isOver(expiresAt)) return <StateBadge tone="bad">{t('tokens.expired')}</StateBadge>;
  return formatDay(expiresAt);
}

function revokeButton(t: TFunction, { id, name, owner }: OwnedToken) {
  const params = { path: { id } };
  return (
    <Confirm
      color="red"
      variant="outline"
      label={t('tokens.revoke')}
      act={() => api.DELETE('/api/v1/accounts/tokens/{id}', { params })}
      touches={['/api/v1/accounts/tokens', '/api/v1/tokens']}
    >
      <p className="typed">{t('tokens.revokeText', { name, owner: owner.displayName })}</p>
    </Confirm>
  );
}
