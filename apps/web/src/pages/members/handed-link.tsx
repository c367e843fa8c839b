import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';
import { Notice } from '../../parts/notice';

/** A link that was made for somebody, and the address that it went to where mail goes out. */
export type Handed = Schemas['HandedLinkDto_Output'] & { readonly email: string };

/** What became of a link: sent, or here to be handed over, this once. */
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
