import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../dialog-button';
import { Form } from '../form/form';
import { type Handed, HandedLink } from './handed-link';

interface Access {
  readonly memberId: string;
  /** The address that signs in. */
  readonly email: string;
}

/** Makes a link by which a person who forgot their password chooses a new one. */
export function PasswordLinkButton(access: Access) {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('account-access.letBackIn')}>
      {(close) => <PasswordLink {...access} onClose={close} />}
    </DialogButton>
  );
}

function PasswordLink({ memberId, email, onClose }: Access & { readonly onClose: () => void }) {
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
      submit={t(sendsMail ? 'account-access.letBackInSend' : 'account-access.letBackInMake')}
    >
      {() => (
        <Text className="typed">
          {t(sendsMail ? 'account-access.letBackInMail' : 'account-access.letBackInHand', { email })}
        </Text>
      )}
    </Form>
  );
}
