import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly go: (offset: number) => void;
}

/** Which part of a long list is shown, with buttons for the others; nothing when the whole list is shown. */
export function Pager({ offset, size, total, go }: Props) {
  const { t } = useTranslation();
  if (total <= size && offset === 0) return null;
  return (
    <Group component="nav" aria-label={t('parts.pages')} justify="space-between">
      <Button
        variant="default"
        className="touch"
        disabled={offset === 0}
        onClick={() => go(Math.max(0, offset - size))}
      >
        {t('parts.before')}
      </Button>
      <Text size="sm" role="status">
        {t('parts.range', { first: offset + 1, last: Math.min(offset + size, total), total })}
      </Text>
      <Button
        variant="default"
        className="touch"
        disabled={offset + size >= total}
        onClick={() => go(offset + size)}
      >
        {t('parts.after')}
      </Button>
    </Group>
  );
}
