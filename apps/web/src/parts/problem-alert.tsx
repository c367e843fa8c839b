import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';

/** What happened and what to do about it, read out at once; with a button where trying again can help. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { what, cure, fields } = asProblem(error);
  return (
    <Alert color="red" variant="light" role="alert" title={what}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{cure}</Text>
        {fields.length > 0 && (
          <List size="sm">
            {fields.map(({ path, message }) => (
              <List.Item key={path + message}>
                {path}: {message}
              </List.Item>
            ))}
          </List>
        )}
        {retry && (
          <Button size="md" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
