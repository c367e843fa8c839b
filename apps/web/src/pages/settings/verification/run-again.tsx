import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';

interface Props {
  readonly isRunning: boolean;
  readonly isFirst: boolean;
}

/** Starts a verification; stored files are read only if that is wanted, because it takes longer. */
export function RunAgain({ isRunning, isFirst }: Props) {
  const { t } = useTranslation();
  const [files, setFiles] = useState(false);
  const start = useChange(
    () => content(api.POST('/api/v1/chain/verification', { body: { files } })),
    ['/api/v1/chain/verification'],
  );
  return (
    <>
      <Checkbox
        checked={files}
        onChange={({ currentTarget }) => setFiles(currentTarget.checked)}
        label={t('verification.withFiles')}
        description={t('verification.withFilesHelp')}
      />
      <div className="row">
        <Button className="touch" loading={start.isPending || isRunning} onClick={() => start.mutate()}>
          {t(isFirst ? 'verification.start' : 'verification.again')}
        </Button>
      </div>
      {start.isError && <ProblemAlert error={start.error} />}
    </>
  );
}
