import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { CopyField } from '../copy-field';
import { formatMoment } from '../format';
import { Notice } from '../notice';
import { en, fr } from './words';

addWords('account-access', { fr, en });

/** A link made for a person, and the address that it was sent to if the service sends mail. */
export type Handed = Schemas['HandedLink'] & { readonly email: string };

/** Says that the link was sent, or shows it, only once, to be given to the person. */
export function HandedLink({ handed, onClose }: { handed: Handed; onClose: () => void }) {
  const { t } = useTranslation();
  const { email, link, refusal } = handed;
  const moment = formatMoment(handed.expiresAt);
  return (
    <Stack>
      {refusal && <Notice title={refusal.what} role="alert" />}
      <Text role="status">
        {link ? t('account-access.handOver', { moment }) : t('account-access.sent', { email, moment })}
      </Text>
      {link && <CopyField label={t('account-access.link')} text={link} />}
      <Button variant="default" className="touch" onClick={onClose} ml="auto">
        {t('common.close')}
      </Button>
    </Stack>
  );
}
