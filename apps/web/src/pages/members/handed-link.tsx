import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';

/** A link that was made for somebody, and the address that it went to where mail goes out. */
export type Handed = Schemas['HandedLinkDto_Output'] & { readonly email: string };

/** What became of a link: sent, or here to be handed over, this once. */
export function HandedLink({ handed, onClose }: { handed: Handed; onClose: () => void }) {
  const { t } = useTranslation();
  const { email, link } = handed;
  const moment = formatMoment(handed.expiresAt);
  return (
    <Stack>
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
