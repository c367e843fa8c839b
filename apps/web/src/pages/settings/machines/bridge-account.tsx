import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { CopyField } from '../../../parts/copy-field';

interface Props {
  readonly bridge: NonNullable<Schemas['CreatedMachine']['bridge']>;
  readonly onClose: () => void;
}

/** The account of a line bridge at the service's broker. It is shown only once: closing it forgets it. */
export function BridgeAccount({ bridge, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text role="status">{t('machines.bridge.once')}</Text>
      <CopyField label={t('machines.bridge.username')} text={bridge.username} />
      <CopyField label={t('machines.bridge.secret')} text={bridge.secret} />
      <CopyField label={t('machines.bridge.topic')} text={bridge.topic} />
      <Button className="touch" onClick={onClose} ml="auto">
        {t('machines.bridge.noted')}
      </Button>
    </Stack>
  );
}
