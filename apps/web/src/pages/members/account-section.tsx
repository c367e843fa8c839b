import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Me, Member } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { PasswordLinkButton } from '../../parts/account-access/password-link';
import type { RoleGrant } from '../../parts/account-access/role-grants';
import { RolesForm } from '../../parts/account-access/roles-form';
import { ActButton } from '../../parts/act-button';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { StateBadge } from '../../parts/state-badge';
import { useToast } from '../../parts/toasts/use-toast';
import { Invitation } from './invitation';

/** Whether a member can sign in, and with which roles. */
export function AccountSection({ member }: { member: Member }) {
  const { t } = useTranslation();
  const me = useMe();
  const { account } = member;
  return (
    <Stack component="section" gap="xs" aria-labelledby="account">
      <Title order={3} size="h4" id="account">
        {t('members.account.title')}
      </Title>
      {account ? <Roles account={account} /> : <Text>{t('members.account.none')}</Text>}
      {!account && holds(me, ...LAB_STAFF) && (
        <Group>
          <DialogButton label={t('members.account.invite')}>
            {(close) => <Invitation member={member} onClose={close} />}
          </DialogButton>
        </Group>
      )}
      {account && (
        <Group gap="xs" align="flex-start">
          {mayLetBackIn(me, account) && <PasswordLinkButton memberId={member.id} email={account.email} />}
          {holds(me, 'administrator') && <Administration member={member} account={account} />}
        </Group>
      )}
    </Stack>
  );
}

type Account = NonNullable<Member['account']>;

/** The service refuses a link for oneself, and a link for a member of the staff unless an administrator makes it. */
function mayLetBackIn(me: Me, { id, roles, disabled }: Account): boolean {
  const isOfStaff = roles.some(({ role }) => role !== 'maker');
  return !disabled && id !== me.id && holds(me, ...(isOfStaff ? ['administrator' as const] : LAB_STAFF));
}

function Roles({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const where = ({ role, labId }: RoleGrant) => {
    const lab =
      labId === null
        ? t('members.account.everywhere')
        : (labs.find(({ id }) => id === labId)?.name ?? t('members.account.unknownLab'));
    return t('members.account.roleIn', { role: t(`roles.${role}`), lab });
  };
  return (
    <>
      <Text className="typed">{t('members.account.signsIn', { email: account.email })}</Text>
      {account.disabled && (
        <div>
          <StateBadge tone="bad">{t('members.account.disabled')}</StateBadge>
        </div>
      )}
      <List>
        {account.roles.map((grant) => (
          <List.Item key={grant.role + grant.labId}>{where(grant)}</List.Item>
        ))}
      </List>
    </>
  );
}

function Administration({ member, account }: { member: Member; account: Account }) {
  const { t } = useTranslation();
  const params = { path: { id: account.id } };
  const toast = useToast();
  const touches = ['/api/v1/members'] as const;
  const name = member.displayName;
  const enable = () => api.POST('/api/v1/accounts/{id}/enable', { params });
  const disable = () => api.POST('/api/v1/accounts/{id}/disable', { params });
  return (
    <>
      <DialogButton label={t('members.account.roles')}>
        {(close) => <RolesForm account={account} name={name} onDone={close} />}
      </DialogButton>
      {account.disabled ? (
        <ActButton
          label={t('members.account.enable')}
          act={enable}
          touches={touches}
          onDone={() => toast(t('members.undo.enabled', { name }), { act: disable, touches })}
        />
      ) : (
        <Confirm
          color="red"
          variant="outline"
          label={t('members.account.disable')}
          act={disable}
          touches={touches}
          onDone={() => toast(t('members.undo.disabled', { name }), { act: enable, touches })}
        >
          <Text>{t('members.account.disableText', { name })}</Text>
        </Confirm>
      )}
    </>
  );
}
