import { Anchor, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content, type Schemas } from '../../../api/client';
import type { Job } from '../../../api/queries';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { Confirm } from '../../../parts/confirm';
import { useStartWords } from '../../../parts/file/use-start-words';
import { useToast } from '../../../parts/toasts/use-toast';
import { batchQuery, copiesQuery } from '../queries';
import { Section } from '../section';
import { StateMark } from '../state-mark';
import { useCopiesEnd, useCopiesWords } from './copies-words';
import { choicesTouch } from './use-scope';

/** The copies that were submitted together, as one, and each of them; renders nothing for a single copy. */
export function CopiesSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { data } = useQuery(copiesQuery(job));
  const { data: batch } = useQuery(batchQuery(job.batchId));
  const copies = [...(data?.items ?? [])].sort((a, b) => a.id.localeCompare(b.id));
  if (copies.length < 2 || job.redoOf !== null) return null;
  return (
    <Section title={t('jobs.copies.title', { count: copies.length })}>
      {batch && <Together job={job} copies={batch.copies} />}
      <ol className="plain-list">
        {copies.map((copy, at) => (
          <Copy key={copy.id} copy={copy} number={at + 1} isThis={copy.id === job.id} />
        ))}
      </ol>
    </Section>
  );
}

function Together({ job, copies }: { job: Job; copies: Schemas['Copies'] }) {
  const { t } = useTranslation();
  const words = useCopiesWords()(copies);
  const end = useCopiesEnd()(copies);
  return (
    <>
      <div role="status">
        <Text fw={600}>{words}</Text>
        {end && <Text className="starts-with-capital">{end}</Text>}
      </div>
      <Progress.Root size="md">
        <Progress.Section
          value={(100 * copies.done) / copies.all}
          color="var(--busy)"
          aria-label={t('jobs.progress.label')}
          aria-valuetext={words}
        />
      </Progress.Root>
      <CancelAll job={job} count={copies.waiting} />
    </>
  );
}

/** Removes all copies that wait from the queue, with one confirmation. */
function CancelAll({ job: { batchId, memberId, labId }, count }: { job: Job; count: number }) {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const may = memberId === me.member.id || holdsIn(me, labId, ...LAB_STAFF);
  if (count < 2 || !may) return null;
  const params = { path: { id: batchId } };
  return (
    <div>
      <Confirm
        label={t('jobs.copies.cancel', { count })}
        act={() => content(api.POST('/api/v1/batches/{id}/cancel', { params }))}
        touches={choicesTouch}
        onDone={() => toast(t('jobs.copies.cancelled', { count }))}
      >
        <Text>{t('jobs.copies.cancelText')}</Text>
      </Confirm>
    </div>
  );
}

interface CopyProps {
  readonly copy: Job;
  readonly number: number;
  readonly isThis: boolean;
}

function Copy({ copy: { id, state, expected }, number, isThis }: CopyProps) {
  const { t } = useTranslation();
  const startWords = useStartWords();
  return (
    <li className="copy">
      {isThis ? (
        <strong>{t('jobs.copies.this', { number })}</strong>
      ) : (
        <Anchor component={Link} to={`/jobs/${id}`} className="tall-link">
          {t('jobs.copies.other', { number })}
        </Anchor>
      )}
      <StateMark state={state} />
      {expected && <Text size="sm">{t('jobs.table.starts', { about: startWords(expected).about })}</Text>}
    </li>
  );
}
