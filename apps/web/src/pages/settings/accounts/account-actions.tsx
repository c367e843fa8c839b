import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMe } from '../../../frame/use-me';
import { PasswordLinkButton } from '../../../parts/account-access/password-link';
import { RolesForm } from '../../../parts/account-access/roles-form';
import { Confirm } from '../../../parts/confirm';
import { DialogButton } from '../../../parts/dialog-button';
import { UndoableButton } from '../undoable-button';

const TOUCHES = ['/api/v1/accounts', '/api/v1/members'] as const;

/** What an administrator does with an account. */
export function AccountActions({ account }: { account: Schemas['Account'] }) {
  const { t } = useTranslation();
  const isOwn = useMe().id === account.id;
  const name = account.displayName;
  const params = { path: { id: account.id } };
  const enable = () => api.POST('/api/v1/accounts/{id}/enable', { params });
  const disable = () => api.POST('/api/v1/accounts/{id}/disable', { params });
  return (
    <div className="row row-end">
      <DialogButton label={t('accounts.changeRoles')} title={t('accounts.rolesOf', { name })}>
        {(close) => <RolesForm account={account} name={name} onDone={close} />}
      </DialogButton>
      {!isOwn && !account.disabled && (
        <>
          <PasswordLinkButton memberId={account.memberId} email={account.email} />
          <Confirm
            color="red"
            variant="outline"
            label={t('accounts.disable')}
            act={disable}
            touches={TOUCHES}
          >
            <p>{t('accounts.disableText', { name })}</p>
          </Confirm>
        </>
      )}
      {account.disabled && (
        <UndoableButton
          label={t('accounts.enable')}
          act={enable}
          undo={disable}
          done={t('accounts.enabledDone', { name })}
          touches={TOUCHES}
        />
      )}
    </div>
  );
}
