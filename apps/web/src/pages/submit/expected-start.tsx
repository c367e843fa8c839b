import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStartWords } from '../../parts/file/use-start-words';
import type { Preview } from './queries';

/** When the print would begin if it were submitted now. */
export function ExpectedStart({ expected }: Pick<Preview, 'expected'>) {
  const { t } = useTranslation();
  const startWords = useStartWords();
  if (!expected) return <Text>{t('file.start.unknown')}</Text>;
  const { about, details } = startWords(expected);
  return (
    <>
      <Text fw={600} className="starts-with-capital">
        {about}
      </Text>
      {details && <Text size="sm">{details}</Text>}
    </>
  );
}
