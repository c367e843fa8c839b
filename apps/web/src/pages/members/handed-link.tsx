import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';
import { Notice } from '../../parts/notice';

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
        {link ? t('members.account.handOver', { moment }) : t('members.account.sent', { email, moment })}
      </Text>
      {link && <CopyField label={t('members.account.link')} text={link} />}
      <Button variant="default" className="touch" onClick={onClose} ml="auto">
        {t('common.close')}
      </Button>
    </Stack>
  );
}
