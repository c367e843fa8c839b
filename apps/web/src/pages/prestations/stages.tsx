import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay, formatEuros, formatNumber } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { makeDraft } from '../documents/make-draft';
import { type Paper, type PrestationDetail, TOUCHED } from './billing';
import { Section } from './section';
import { putStages, StageForm, stageBody } from './stage-form';

interface Props {
  readonly prestation: PrestationDetail;
  readonly papers: readonly Paper[];
}
type Stage = PrestationDetail['stages'][number];

/** The stages of the work: each is marked as done, and invoiced by itself. */
export function Stages({ prestation }: Props) {
  const { t } = useTranslation();
  const { stages, state } = prestation;
  const canChange = state !== 'cancelled' && state !== 'invoiced';
  return (
    <Section
      id="stages"
      title={t('prestations.stages.title')}
      actions={
        canChange && (
          <DialogButton label={t('prestations.stages.add')}>
            {(close) => <StageForm prestation={prestation} onDone={close} />}
          </DialogButton>
        )
      }
    >
      {stages.length === 0 && <p className="quiet">{t('prestations.stages.none')}</p>}
      <ol className="stages">
        {stages.map((stage) => (
          <StageItem key={stage.id} {...{ prestation, stage, canChange }} />
        ))}
      </ol>
    </Section>
  );
}

interface ItemProps {
  readonly prestation: PrestationDetail;
  readonly stage: Stage;
  readonly canChange: boolean;
}
function StageItem({ prestation, stage, canChange }: ItemProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name, plannedOn, doneOn, share, isInvoiced } = stage;
  const withDone = prestation.stages.map((each) =>
    each.id === stage.id ? { ...each, doneOn: each.doneOn ? null : today(NETWORK_ZONE) } : each,
  );
  const done = useChange(() => putStages(prestation, withDone.map(stageBody)), TOUCHED);
  const invoice = useChange(
    () => makeDraft(prestation.id, 'invoice', { stageId: stage.id }),
    TOUCHED,
    ({ id }) => void navigate(`/documents/${id}`),
  );
  return (
    <li data-done={doneOn !== null || undefined}>
      <div className="stage-what">
        <b className="typed">{name}</b>
        <span className="quiet">
          {doneOn
            ? t('prestations.stages.done', { day: formatDay(doneOn) })
            : plannedOn && t('prestations.stages.planned', { day: formatDay(plannedOn) })}
        </span>
      </div>
      <span className="figures">
        {share?.kind === 'percent' && `${formatNumber(Number(share.percent), 2)}\u00a0%`}
        {share?.kind === 'amount' && t('prestations.stages.net', { amount: formatEuros(share.cents) })}
      </span>
      {isInvoiced && <StateBadge tone="good">{t('prestations.stages.invoiced')}</StateBadge>}
      {canChange && !isInvoiced && (
        <div className="row">
          <Button isBusy={done.isPending} onClick={() => done.mutate()}>
            {t(doneOn ? 'prestations.stages.notDone' : 'prestations.stages.markDone')}
            <span className="sr-only"> – {name}</span>
          </Button>
          {share && doneOn && (
            <Button look="main" isBusy={invoice.isPending} onClick={() => invoice.mutate()}>
              {t('prestations.stages.invoice')}
              <span className="sr-only"> – {name}</span>
            </Button>
          )}
          <DialogButton
            label={t('prestations.stages.edit')}
            aria-label={t('prestations.stages.editOf', { name })}
          >
            {(close) => <StageForm prestation={prestation} stage={stage} onDone={close} />}
          </DialogButton>
        </div>
      )}
      {(done.isError || invoice.isError) && <ProblemAlert error={done.error ?? invoice.error} />}
    </li>
  );
}
