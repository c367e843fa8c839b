import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { HandForm, type HandProps } from './hand-form';

/** Why a manager's yes is needed. */
const Reasons = ({ job }: { job: Job }) => (
  <ul className="queue-reasons">
    {job.queue.approval.reasons.map(({ code, what }) => (
      <li key={code + what}>{what}</li>
    ))}
  </ul>
);

/** A manager's yes. */
export function ApproveForm(props: HandProps) {
  const { t } = useTranslation();
  return (
    <HandForm
      {...props}
      initial={{}}
      body={() => ({ approval: { decision: 'given' } })}
      done={t('queue.approve.done', { name: props.job.fileName })}
      submit={t('queue.approve.label')}
    >
      {() => (
        <>
          <p>{t('queue.approve.what')}</p>
          <Reasons job={props.job} />
        </>
      )}
    </HandForm>
  );
}

/** A manager's no, with words for the maker. It cannot be taken back. */
export function RefuseForm(props: HandProps) {
  const { t } = useTranslation();
  return (
    <HandForm
      {...props}
      initial={{ words: '' }}
      body={({ words }) => ({ approval: { decision: 'refused', words: words.replace(/\s+/g, ' ') } })}
      done={t('queue.refuse.done', { name: props.job.fileName })}
      submit={t('queue.refuse.label')}
      color="red.9"
    >
      {({ field }) => (
        <>
          <p>{t('queue.refuse.what')}</p>
          <Reasons job={props.job} />
          <Textarea
            {...field('words')}
            label={t('queue.refuse.words')}
            description={t('queue.refuse.seen')}
            required
            autosize={false}
            rows={3}
            maxLength={300}
          />
        </>
      )}
    </HandForm>
  );
}
