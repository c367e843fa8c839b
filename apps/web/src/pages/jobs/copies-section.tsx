import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { copiesQuery } from './queries';
import { Section } from './section';
import { StateMark } from './state-mark';

/** The other copies that were submitted together with this one; renders nothing for a single copy. */
export function CopiesSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { data } = useQuery(copiesQuery(job));
  const copies = [...(data?.items ?? [])].sort((a, b) => a.id.localeCompare(b.id));
  if (copies.length < 2 || job.redoOf !== null) return null;
  return (
    <Section title={t('jobs.copies.title', { count: copies.length })}>
      <ol className="plain-list">
        {copies.map(({ id, state }, at) => (
          <li key={id} className="copy">
            {id === job.id ? (
              <strong>{t('jobs.copies.this', { number: at + 1 })}</strong>
            ) : (
              <Anchor component={Link} to={`/jobs/${id}`} className="tall-link">
                {t('jobs.copies.other', { number: at + 1 })}
              </Anchor>
            )}
            <StateMark state={state} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
