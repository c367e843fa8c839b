import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../api/problem';
import type { Job } from '../../../api/queries';
import { Button } from '../../../parts/button';
import type { Typed } from '../../../parts/form/draft';
import { type Fields, Form } from '../../../parts/form/form';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { changeQueue, QUEUE_TOUCHES, type QueueChanges } from '../queries';

/** What each form of the dialog gets. */
export interface HandProps {
  /** As it was when the dialog was opened, or read again. */
  readonly job: Job;
  readonly readAgain: () => Promise<void>;
  readonly close: () => void;
}

interface Props<Values extends Typed> extends HandProps {
  readonly initial: Values;
  /** What is changed, from what was typed. */
  readonly body: (values: Values) => QueueChanges;
  /** What brings the former state back; absent where nothing does. */
  readonly back?: QueueChanges;
  /** The message after it is done. */
  readonly done: string;
  readonly submit: string;
  readonly color?: string;
  readonly children: (fields: Fields<Values>) => ReactNode;
}

/** A change of a waiting job: says what it does, sends it, and offers to take it back. */
export function HandForm<Values extends Typed>(props: Props<Values>) {
  const { job, readAgain, close, initial, body, back, done, submit, color, children } = props;
  const toast = useToast();
  return (
    <Form
      initial={initial}
      send={(values) => changeQueue(job, body(values))}
      touches={QUEUE_TOUCHES}
      onDone={(answer) => {
        close();
        toast(done, back && { act: () => changeQueue(answer, back), touches: QUEUE_TOUCHES });
      }}
      onCancel={close}
      submit={submit}
      {...(color && { color })}
    >
      {(fields) => (
        <>
          {children(fields)}
          {isConflict(fields.problem?.code) && <ReadAgain read={readAgain} />}
        </>
      )}
    </Form>
  );
}

const isConflict = (code: string | undefined): boolean =>
  code === 'JOB.CHANGED' || code === 'JOB.CHANGED_BY' || code === 'JOB.BATCH_CHANGED';

/** Another person was faster: the job is read again, and what was typed stays. */
export function ReadAgain({ read }: { read: () => Promise<void> }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'old' | 'reading' | 'read'>('old');
  const [error, setError] = useState<unknown>();
  const press = async () => {
    setState('reading');
    setError(undefined);
    try {
      await read();
      setState('read');
    } catch (failure) {
      setError(asProblem(failure));
      setState('old');
    }
  };
  return (
    <div className="queue-conflict">
      {state !== 'read' && (
        <Button isBusy={state === 'reading'} onClick={() => void press()}>
          {t('queue.conflict.read')}
        </Button>
      )}
      <p role="status">{t(state === 'read' ? 'queue.conflict.done' : 'queue.conflict.help')}</p>
      {error !== undefined && <ProblemAlert error={error} />}
    </div>
  );
}
