import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import type { Lab } from '../../../api/queries';
import { isLabRole, type RoleGrant } from '../../../parts/account-access/role-grants';
import { formatDay, formatMoment } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { Column } from '../../../parts/table/data-table';
import { AccountActions } from './account-actions';

type Account = Schemas['Account'];

/** A role, and where it holds. */
function nameOfGrant(t: TFunction, labs: readonly Lab[], { role, labId }: RoleGrant): string {
  const name = t(`roles.${role}`);
  if (!isLabRole(role)) return name;
  if (labId === null) return t('accounts.everywhere', { role: name });
  const lab = labs.find(({ id }) => id === labId)?.name ?? t('accounts.unknownLab');
  return t('accounts.inLab', { role: name, lab });
}

/** The columns of the list of accounts. The server sorts them. */
export const accountColumns = (t: TFunction, labs: readonly Lab[]): Column<Account>[] => [
  {
    id: 'name',
    header: t('accounts.person'),
    isSortedByServer: true,
    cell: ({ memberId, displayName, email }) => (
      <div className="settings-stack">
        <Link to={`/members?member=${memberId}`}>{displayName}</Link>
        <span className="quiet settings-small">{email}</span>
      </div>
    ),
  },
  {
    id: 'roles',
    header: t('accounts.roles'),
    cell: ({ roles }) =>
      roles.length > 0 ? roles.map((grant) => nameOfGrant(t, labs, grant)).join(', ') : t('accounts.noRole'),
  },
  {
    id: 'lastSignIn',
    header: t('accounts.lastSignIn'),
    choice: 'shown',
    cell: ({ lastSignInAt }) => (lastSignInAt ? formatMoment(lastSignInAt) : t('accounts.neverSignedIn')),
  },
  {
    id: 'email',
    header: t('accounts.email'),
    isSortedByServer: true,
    choice: 'hidden',
    value: ({ email }) => email,
  },
  {
    id: 'createdAt',
    header: t('accounts.created'),
    isSortedByServer: true,
    choice: 'hidden',
    cell: ({ createdAt }) => formatDay(createdAt),
  },
  {
    id: 'state',
    header: t('settings.state'),
    cell: ({ disabled }) => (
      <StateBadge tone={disabled ? 'bad' : 'good'}>
        {t(disabled ? 'accounts.disabled' : 'accounts.enabled')}
      </StateBadge>
    ),
  },
  {
    id: 'actions',
    header: t('settings.actions'),
    isFigure: true,
    cell: (account) => <AccountActions account={account} />,
  },
];
