import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { figuresOf } from './figures';
import { Section } from './section';

export function FiguresSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const figures = figuresOf(job, t);
  const missing = job.state === 'analysing' ? 'pending' : 'none';
  return (
    <Section title={t('jobs.figures.title')}>
      {figures.length === 0 ? (
        <Text>{t(`jobs.figures.${missing}`)}</Text>
      ) : (
        <dl className="facts">
          {figures.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
