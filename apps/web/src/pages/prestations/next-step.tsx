import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { DialogButton } from '../../parts/dialog-button';
import { ProblemAlert } from '../../parts/problem-alert';
import { DepositForm } from '../documents/deposit-form';
import { makeDraft } from '../documents/make-draft';
import { type Paper, type PrestationDetail, TOUCHED } from './billing';
import { nextStepOf } from './next-step-of';

interface Props {
  readonly prestation: PrestationDetail;
  readonly papers: readonly Paper[];
}
type Plain = Extract<Schemas['PaperKind'], 'quote' | 'order-confirmation' | 'invoice'>;

/** The document that comes next as the main button, and the others beside it. */
export function NextStep({ prestation, papers }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, state, lines } = prestation;
  const open = (document: Paper) => void navigate(`/documents/${document.id}`);
  const make = useChange((kind: Plain) => makeDraft(id, kind, {}), TOUCHED, open);
  const step = nextStepOf(prestation, papers);
  if (state === 'cancelled') return null;
  const lookOf = (name: string) => (step.kind === name ? ('main' as const) : undefined);
  return (
    <section className="next-step" aria-label={t('prestations.next.title')}>
      <p>{t(`prestations.next.${step.kind}`)}</p>
      <div className="row">
        {step.paper && (
          <Button look="main" onClick={() => step.paper && open(step.paper)}>
            {t('prestations.next.open', {
              paper: `${t(`documents.kinds.${step.paper.kind}`)} ${step.paper.number ?? ''}`.trim(),
            })}
          </Button>
        )}
        {lines.length > 0 &&
          (['quote', 'order-confirmation'] as const).map((kind) => (
            <Button key={kind} look={lookOf(kind)} isBusy={make.isPending} onClick={() => make.mutate(kind)}>
              {t(`prestations.next.make.${kind}`)}
            </Button>
          ))}
        {lines.length > 0 && prestation.leftToInvoiceCents > 0 && (
          <DialogButton
            variant={step.kind === 'deposit' ? 'filled' : 'default'}
            label={t('prestations.next.make.deposit')}
          >
            {(close) => <DepositForm prestationId={id} onCancel={close} onDone={open} />}
          </DialogButton>
        )}
        {lines.length > 0 && state !== 'invoiced' && (
          <Button look={lookOf('invoice')} isBusy={make.isPending} onClick={() => make.mutate('invoice')}>
            {t('prestations.next.make.invoice')}
          </Button>
        )}
      </div>
      {make.isError && <ProblemAlert error={make.error} />}
    </section>
  );
}
