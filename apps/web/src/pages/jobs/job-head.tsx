import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { holdsIn, STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Thumbnail } from '../../parts/file/thumbnail';
import { useStartWords } from '../../parts/file/use-start-words';
import { formatMoment } from '../../parts/format';
import { ownerQuery } from './queries';
import { StateMark } from './state-mark';
import { useGroupName } from './use-group-name';

/** The staff refused it; its file could be printed. */
const isNotApproved = ({ state, refusal }: Job): boolean =>
  state === 'refused' && refusal?.code === 'JOB.NOT_APPROVED';

/** The picture, the state and what it means, and what the job belongs to. */
export function JobHead({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const owner = useOwner(job);
  const group = useGroupName(job.groupId);
  const startWords = useStartWords();
  const start = job.expected ? startWords(job.expected) : undefined;
  const facts = [
    { label: t('jobs.head.in'), value: labs.find(({ id }) => id === job.labId)?.name },
    {
      label: t('jobs.head.otherLabs'),
      value: isWaiting(job) && namesOf(job.queue.otherLabIds, labs).join(', '),
    },
    { label: t('jobs.head.when'), value: formatMoment(job.createdAt) },
    { label: t('jobs.head.position'), value: job.position },
    { label: t('file.start.title'), value: start && [start.about, start.details].filter(Boolean).join('. ') },
    { label: t('jobs.head.owner'), value: owner },
    { label: t('jobs.head.group'), value: group },
  ].filter(({ value }) => value);
  return (
    <div className="job-head">
      <Thumbnail
        pictures={job.thumbnails}
        width={200}
        alt={job.thumbnails.length > 0 ? t('file.picture', { name: job.fileName }) : ''}
      />
      <div>
        <div role="status">
          <StateMark state={job.state} />
          <Text>{t(`jobs.meaning.${isNotApproved(job) ? 'notApproved' : job.state}`)}</Text>
        </div>
        <dl className="facts job-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Chain job={job} />
      </div>
    </div>
  );
}

const isWaiting = ({ state }: Job): boolean => state === 'queued' || state === 'analysing';

const namesOf = (ids: readonly string[], labs: readonly { id: string; name: string }[]): string[] =>
  labs.flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));

/** The owner; not shown on the reader's own job. */
function useOwner({ memberId, labId }: Job): string | undefined {
  const me = useMe();
  const isAsked = memberId !== me.member.id && holdsIn(me, labId, ...STAFF);
  return useQuery({ ...ownerQuery(memberId), enabled: isAsked }).data?.displayName;
}

/** Links to the job that this one redoes, and to the job that redoes this one. */
function Chain({ job: { redoOf, redoneAs } }: { job: Job }) {
  const { t } = useTranslation();
  const links = { redoOf, redoneAs };
  return Object.entries(links).map(
    ([key, id]) =>
      id && (
        <Anchor key={key} component={Link} to={`/jobs/${id}`} className="tall-link">
          {t(`jobs.head.${key}`)}
        </Anchor>
      ),
  );
}
