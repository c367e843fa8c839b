import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says what was done in a dialog, with a button to close it. */
export function Done({ words, onClose }: { words: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text role="status" className="typed">
        {words}
      </Text>
      <Button variant="default" className="touch" onClick={onClose} ml="auto" data-autofocus>
        {t('common.close')}
      </Button>
    </Stack>
  );
}
