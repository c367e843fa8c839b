import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { FigureList } from '../../parts/file/figure-list';
import { figuresOf } from '../../parts/file/figures';
import { Section } from './section';

export function FiguresSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const figures = figuresOf(job.analysis, job.material, t);
  const missing = job.state === 'analysing' ? 'pending' : 'none';
  return (
    <Section title={t('file.figures.title')}>
      {figures.length === 0 ? <Text>{t(`file.figures.${missing}`)}</Text> : <FigureList figures={figures} />}
    </Section>
  );
}
