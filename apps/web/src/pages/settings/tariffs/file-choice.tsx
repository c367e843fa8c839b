import { Text, Title } from '@mantine/core';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../api/use-change';
import { useLab } from '../../../frame/lab-choice';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import type { Chosen } from '../../submit/check-file';
import { usePageDrop } from '../../submit/use-page-drop';
import { type FileFigures, figuresOfFile } from './file-figures';

/** Chooses a G-code file, or takes one that is dropped on the page, and reads its figures. */
export function FileFiguresChoice({ onFigures }: { onFigures: (figures: FileFigures) => void }) {
  const { t } = useTranslation();
  const { lab } = useLab();
  const hint = useId();
  const reading = useChange(
    (file: File) => figuresOfFile(file, lab?.id ?? ''),
    ['/api/v1/uploads'],
    onFigures,
  );
  const { mutate } = reading;
  const take = useCallback(
    ([first]: readonly Chosen[]) => {
      if (first && lab) mutate(first.file);
    },
    [mutate, lab],
  );
  const isOver = usePageDrop(take);
  return (
    <>
      <Title order={3} size="h4" mb="xs">
        {t('tariffs.file.title')}
      </Title>
      <div className="tariff-drop" data-over={isOver || undefined}>
        <label>
          <input
            type="file"
            accept=".gcode,.gco,.g"
            aria-describedby={hint}
            disabled={!lab || reading.isPending}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) mutate(file);
              // Reset, so that the same file can be chosen again after it was changed.
              currentTarget.value = '';
            }}
          />
          <span className="tariff-drop-button">{t('tariffs.file.choose')}</span>
        </label>
        <Text size="sm" id={hint} className={lab && 'tariff-drop-help'}>
          {t(lab ? 'tariffs.file.help' : 'tariffs.file.noLab')}
        </Text>
      </div>
      {reading.isPending && (
        <>
          <Text size="sm" role="status">
            {t('tariffs.file.reading')}
          </Text>
          <Loading />
        </>
      )}
      {reading.isError && <ProblemAlert error={reading.error} />}
    </>
  );
}
