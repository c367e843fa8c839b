import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { keepChoices, readChoices } from './choices';
import { Progress } from './progress';
import { headOf, StepItem } from './step-item';
import { type Installation, MAY_WAIT, nextStep, STEPS, type Step } from './steps';
import { en, fr } from './words';
import './start.css';

addWords('start', { fr, en });

/** Steps are also done elsewhere: at the lab's computer, or in another tab. */
const LOOK_AGAIN_MS = 2_000;

/** Leads an administrator from an empty service to a first print. Each step can be left, taken up, done out of order. */
export default function StartPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    ...get('/api/v1/installation'),
    staleTime: 0,
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (
    <Page title={t('start.title')}>
      {error && !data && <ProblemAlert error={error} retry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && <Steps installation={data} />}
    </Page>
  );
}

function Steps({ installation }: { installation: Installation }) {
  const [choices, setChoices] = useState(() => readChoices());
  const { later } = choices;
  const next = nextStep(installation, later);
  // A step that is done stays open until the person goes on: nothing moves under the finger, and no dialog closes.
  const [open, setOpen] = useState<Step | undefined>(next);
  // The button that was pressed is gone with its step: the keyboard and the screen reader go on at the next one.
  const [reached, setReached] = useState<Step>();
  useEffect(() => {
    if (reached) document.getElementById(headOf(reached))?.focus();
  }, [reached]);
  const goTo = (step: Step | undefined) => {
    setOpen(step);
    setReached(step);
  };
  const putOff = (step: Step) => {
    const now = { ...choices, later: [...later.filter((each) => each !== step), step] };
    keepChoices(now);
    setChoices(now);
    goTo(nextStep(installation, now.later));
  };
  return (
    <>
      <Progress installation={installation} isAllDone={next === undefined} />
      <ol className="steps">
        {STEPS.map((step, at) => (
          <StepItem
            key={step}
            step={step}
            number={at + 1}
            isDone={installation[step]}
            isLater={later.includes(step)}
            isOpen={open === step}
            onToggle={() => setOpen(open === step ? undefined : step)}
            onNext={next && (() => goTo(next))}
            onLater={MAY_WAIT.includes(step) ? () => putOff(step) : undefined}
          />
        ))}
      </ol>
    </>
  );
}
