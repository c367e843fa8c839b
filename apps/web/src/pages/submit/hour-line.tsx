import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStartWords } from '../../parts/file/use-start-words';
import { formatHour } from '../../parts/format';
import { instantOf } from '../../parts/wishes/wishes';
import { ElsewhereWords } from './elsewhere-words';
import { previewQuery, type SubmissionRequest, type Upload } from './queries';

interface Props {
  readonly upload: Upload;
  readonly request: SubmissionRequest;
}

/** The expected hour once more, beside the choices that change it: on a phone the file is far above. */
export function HourLine({ upload, request }: Props) {
  const { t } = useTranslation();
  const startWords = useStartWords();
  const { data } = useQuery(previewQuery(upload.id, request));
  if (!data?.expected) return null;
  const by = instantOf(request.wishes.readyBy);
  return (
    <div>
      <Text>
        {t('submit.hour')} <strong>{startWords(data.expected).about}</strong>
        <ElsewhereWords preview={data} labId={request.labId} />
      </Text>
      {data.isInTime === false && by && (
        <Text size="sm">{t('submit.late', { hour: formatHour(by, Date.now()) })}</Text>
      )}
    </div>
  );
}
