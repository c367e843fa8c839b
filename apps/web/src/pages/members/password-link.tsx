import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Member } from '../../api/queries';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { type Handed, HandedLink } from './handed-link';

type Account = NonNullable<Member['account']>;

/**
 * Makes a link for a person who forgot their password. The service refuses a link for oneself, and a link for a member
 * of the staff unless an administrator makes it.
 */
export function PasswordLinkButton({ member, account }: { member: Member; account: Account }) {
  const { t } = useTranslation();
  const me = useMe();
  const isOfStaff = account.roles.some(({ role }) => role !== 'maker');
  const isAdministrator = me.roles.some(({ role }) => role === 'administrator');
  if (account.disabled || account.id === me.id || (isOfStaff && !isAdministrator)) return null;
  return (
    <DialogButton label={t('members.account.letBackIn')}>
      {(close) => <PasswordLink memberId={member.id} email={account.email} onClose={close} />}
    </DialogButton>
  );
}

interface Props {
  readonly memberId: string;
  readonly email: string;
  readonly onClose: () => void;
}
function PasswordLink({ memberId, email, onClose }: Props) {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const [handed, setHanded] = useState<Handed>();
  if (handed) return <HandedLink handed={handed} onClose={onClose} />;
  const make = async (): Promise<Handed> => {
    const params = { path: { id: memberId } };
    return { email, ...(await content(api.POST('/api/v1/members/{id}/password-link', { params }))) };
  };
  return (
    <Form
      initial={{}}
      send={make}
      touches={[]}
      onDone={setHanded}
      onCancel={onClose}
      submit={t(sendsMail ? 'members.account.letBackInSend' : 'members.account.letBackInMake')}
    >
      {() => (
        <Text className="typed">
          {t(sendsMail ? 'members.account.letBackInMail' : 'members.account.letBackInHand', { email })}
        </Text>
      )}
    </Form>
  );
}
