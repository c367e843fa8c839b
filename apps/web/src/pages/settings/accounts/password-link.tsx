import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { useMe } from '../../../frame/use-me';
import { CopyField } from '../../../parts/copy-field';
import { Form } from '../../../parts/form/form';
import { formatMoment } from '../../../parts/format';
import { Notice } from '../../../parts/notice';

interface Props {
  readonly account: Schemas['Account'];
  readonly onClose: () => void;
}

/** Makes a link by which a person who forgot their password chooses a new one. */
export function PasswordLink({ account, onClose }: Props) {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const [handed, setHanded] = useState<Schemas['HandedLink']>();
  const { email, memberId } = account;
  if (handed) return <Handed handed={handed} email={email} onClose={onClose} />;
  return (
    <Form
      initial={{}}
      send={() =>
        content(api.POST('/api/v1/members/{id}/password-link', { params: { path: { id: memberId } } }))
      }
      touches={[]}
      onDone={setHanded}
      onCancel={onClose}
      submit={t(sendsMail ? 'accounts.letBackInSend' : 'accounts.letBackInMake')}
    >
      {() => (
        <p className="typed">
          {t(sendsMail ? 'accounts.letBackInMail' : 'accounts.letBackInHand', { email })}
        </p>
      )}
    </Form>
  );
}

interface HandedProps {
  readonly handed: Schemas['HandedLink'];
  readonly email: string;
  readonly onClose: () => void;
}

/** Says that the link was sent, or shows it, only once. */
function Handed({ handed, email, onClose }: HandedProps) {
  const { t } = useTranslation();
  const { link, refusal } = handed;
  const moment = formatMoment(handed.expiresAt);
  return (
    <Stack>
      {refusal && <Notice title={refusal.what} role="alert" />}
      <p role="status">{link ? t('accounts.handOver', { moment }) : t('accounts.sent', { email, moment })}</p>
      {link && <CopyField label={t('accounts.link')} text={link} />}
      <Button variant="default" className="touch" onClick={onClose} ml="auto">
        {t('common.close')}
      </Button>
    </Stack>
  );
}
