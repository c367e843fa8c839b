import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStartWords } from '../../parts/file/use-start-words';
import { formatHour } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { instantOf } from '../../parts/wishes/wishes';
import { ElsewhereWords } from './elsewhere-words';
import type { Preview, SubmissionRequest } from './queries';

interface Props {
  readonly preview: Preview;
  readonly request: SubmissionRequest;
}

/** When the print would begin and be done if it were submitted now, and whether that is when its maker wants it. */
export function ExpectedStart({ preview, request }: Props) {
  const { expected, lastEndAt, isInTime } = preview;
  const { t } = useTranslation();
  const startWords = useStartWords();
  const { quantity, wishes } = request;
  if (!expected) return <Text>{t('file.start.unknown')}</Text>;
  const { about, details } = startWords(expected);
  const end = lastEndAt && t('file.start.about', { hour: formatHour(lastEndAt, Date.now()) });
  const by = instantOf(wishes.readyBy);
  return (
    <div aria-live="polite">
      <Text fw={600} className="starts-with-capital">
        {about}
        <ElsewhereWords preview={preview} labId={request.labId} />
      </Text>
      {details && <Text size="sm">{details}</Text>}
      {end && (
        <Text size="sm">
          {quantity > 1
            ? t('submit.endsAll', { count: quantity, about: end })
            : t('submit.ends', { about: end })}{' '}
          {isInTime === true && t('submit.inTime')}
        </Text>
      )}
      {wishes.needsMaker && <Text size="sm">{t('submit.whenHere')}</Text>}
      {isInTime === false && by && (
        <Notice title={t('submit.late', { hour: formatHour(by, Date.now()) })}>
          <Text size="sm">{t('submit.lateCure')}</Text>
        </Notice>
      )}
    </div>
  );
}
