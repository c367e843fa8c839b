import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { Job } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { useStartWords } from '../../parts/file/use-start-words';
import { formatDuration, formatEuros, formatGrams, formatMoment } from '../../parts/format';
import type { Column } from '../../parts/table/column';
import { useCopiesEnd, useCopiesWords } from './choices/copies-words';
import { type Estimate, endOf, gramsOf, secondsOf } from './job-figures';
import { JobName } from './job-name';
import { JobOwner } from './job-owner';
import { JobProgress } from './job-progress';
import { StateMark } from './state-mark';
import { useEndWords } from './use-end-words';
import { useMachineNames } from './use-machine-names';

/** @param whose `mine` shows in which lab a job is, `labs` for whom it is */
export function useJobColumns(whose: 'mine' | 'labs'): readonly Column<Job>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const figure = (id: string, header: string, value: (job: Job) => string): Column<Job> => ({
      ...{ id, header, value, isFigure: true, choice: 'shown' },
    });
    return [
      {
        ...{ id: 'fileName', header: t('jobs.table.file'), isSortedByServer: true },
        cell: (job) => <JobName job={job} />,
      },
      whose === 'labs'
        ? {
            ...{ id: 'owner', header: t('jobs.head.owner'), choice: 'shown' },
            cell: ({ memberId }) => <JobOwner memberId={memberId} />,
          }
        : {
            ...{ id: 'lab', header: t('jobs.head.in'), choice: 'shown' },
            cell: ({ labId }) => <LabName labId={labId} />,
          },
      {
        ...{ id: 'state', header: t('jobs.filter') },
        cell: (job) => (
          <div>
            {job.copies ? <CopiesCell copies={job.copies} /> : <StateMark state={job.state} />}
            <JobProgress job={job} />
          </div>
        ),
      },
      {
        ...{ id: 'machine', header: t('jobs.table.machine'), choice: 'shown' },
        cell: (job) => <MachineName job={job} />,
      },
      {
        ...{ id: 'changedAt', header: t('jobs.table.end'), choice: 'shown', isSortedByServer: true },
        cell: (job) => <End job={job} />,
      },
      figure('seconds', t('jobs.table.seconds'), (job) => ofEach(job, secondsOf(job), formatDuration, t)),
      figure('grams', t('jobs.table.grams'), (job) => ofEach(job, gramsOf(job), formatGrams, t)),
      figure('price', t('jobs.table.price'), (job) => priceOf(job, t)),
      {
        ...{ id: 'createdAt', header: t('jobs.head.when'), choice: 'hidden', isSortedByServer: true },
        value: ({ createdAt }) => formatMoment(createdAt),
      },
    ];
  }, [t, whose]);
}

function ofEach(
  { copies }: Job,
  figure: Estimate | undefined,
  words: (value: number) => string,
  t: TFunction,
): string {
  if (!figure) return '';
  const value = words(figure.value);
  if (copies) return t('jobs.copies.each', { count: copies.all, value });
  return figure.isEstimate ? t('jobs.table.about', { value }) : value;
}

/** The copies that are one entry of the list. */
function CopiesCell({ copies }: { copies: Schemas['Copies'] }) {
  return useCopiesWords()(copies);
}

/** What was charged; nothing before the end, without a tariff, and for those who may not know it. */
function priceOf({ usage, prestationId, copies }: Job, t: TFunction): string {
  // Of copies, the list has the figures of one.
  if (!usage || copies || usage.chargedCents === null || usage.valueCents === null) return '';
  if (prestationId !== null) return t('jobs.table.client', { value: formatEuros(usage.valueCents) });
  if (usage.chargedCents === 0 && usage.valueCents > 0) return t('jobs.table.free');
  return formatEuros(usage.chargedCents);
}

function LabName({ labId }: Pick<Job, 'labId'>) {
  const { labs } = useLab();
  return labs.find(({ id }) => id === labId)?.name;
}

/** The machine of the last attempt. */
function MachineName({ job: { labId, runs } }: { job: Job }) {
  const nameOf = useMachineNames(labId);
  const last = runs.at(-1);
  return last && nameOf(last.machineId);
}

function End({ job }: { job: Job }) {
  const { t } = useTranslation();
  const endWords = useEndWords();
  const startWords = useStartWords();
  const copiesEnd = useCopiesEnd();
  if (job.copies) return copiesEnd(job.copies);
  const end = endOf(job);
  if (end) return endWords(end);
  return job.expected && t('jobs.table.starts', { about: startWords(job.expected).about });
}
