import { Button, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../parts/dialog-button';
import { ImportFile } from './import-file';
import { PastImports } from './past-imports';

/** Import and export of members as CSV, for administrators. */
export function Files() {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="files" mt="lg">
      <Title order={2} size="h4" id="files">
        {t('members.files.title')}
      </Title>
      <Group gap="xs">
        <DialogButton label={t('members.files.import')} dialogSize="lg">
          {(close) => <ImportFile onClose={close} />}
        </DialogButton>
        <DialogButton label={t('members.files.past')} dialogSize="lg">
          {() => <PastImports />}
        </DialogButton>
        <Button component="a" variant="default" className="touch" href="/api/v1/members/export" download>
          {t('members.files.export')}
        </Button>
      </Group>
    </Stack>
  );
}
