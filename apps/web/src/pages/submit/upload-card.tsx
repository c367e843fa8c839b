import { Button, Checkbox, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change';
import { Thumbnail } from '../../parts/file/thumbnail';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { formatBytes } from './file-size';
import { removeUpload, type SubmissionRequest, type Upload } from './queries';
import { UploadPreview } from './upload-preview';

interface Props {
  readonly upload: Upload;
  readonly request: SubmissionRequest;
  readonly decide: (insteadOf: string) => void;
  /** Why the upload was not submitted. */
  readonly error: unknown;
  /** True: findings and machines are open at first. Only for a single file: several would fill the page. */
  readonly isOpen: boolean;
  readonly isPicked: boolean;
  readonly pick: (isPicked: boolean) => void;
  readonly onGone: () => void;
}

/** A file that waits to be submitted: its content, and the result if it were submitted now. */
export function UploadCard({ upload, error, isPicked, pick, onGone, ...asked }: Props) {
  const { t } = useTranslation();
  const { fileName, bytes, state, refusal, thumbnails } = upload;
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="md">
        <div className="upload-head">
          <Thumbnail
            pictures={thumbnails}
            width={96}
            alt={thumbnails.length > 0 ? t('file.picture', { name: fileName }) : ''}
          />
          <div className="upload-name">
            <Text fw={600} component="h3">
              {fileName}
            </Text>
            <Text size="sm">
              {t(`submit.state.${state}`)} ({formatBytes(bytes)})
            </Text>
            {state !== 'refused' && (
              <Checkbox
                mt="xs"
                size="md"
                label={t('submit.pick')}
                aria-label={t('submit.pickOf', { name: fileName })}
                checked={isPicked}
                onChange={({ currentTarget }) => pick(currentTarget.checked)}
              />
            )}
          </div>
          <Remove upload={upload} onGone={onGone} />
        </div>
        {error !== undefined && <ProblemAlert error={error} />}
        {refusal && (
          <Notice tone="bad" title={refusal.what}>
            <Text size="sm">{refusal.cure}</Text>
          </Notice>
        )}
        {state === 'analysed' && <UploadPreview upload={upload} {...asked} />}
      </Stack>
    </Paper>
  );
}

function Remove({ upload: { id, fileName }, onGone }: { upload: Upload; onGone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const removal = useChange(() => removeUpload(queries, id), [], onGone);
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="default"
        aria-label={t('submit.remove', { name: fileName })}
        loading={removal.isPending}
        onClick={() => removal.mutate()}
      >
        {t('submit.removeShort')}
      </Button>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </Stack>
  );
}
