import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../parts/dialog-button';
import { AllotForm } from './allot-form';
import { amountText } from './allotting';
import type { PaymentDetail } from './payment';
import { RefundForm } from './refund-form';
import { UndoForm } from './undo-form';

interface Props {
  readonly payment: PaymentDetail;
  /** It is just asked for again. */
  readonly isStale: boolean;
}

/** What can be done with a payment now. */
export function PaymentActions({ payment, isStale }: Props) {
  const { t } = useTranslation();
  const { kind, undoneBy, memberId, organisationId, leftCents, owner } = payment;
  const canUndo = kind !== 'reversal' && undoneBy === null && memberId === null;
  if (!canUndo) return null;
  return (
    <div className="row">
      {leftCents > 0 && (
        <DialogButton variant="filled" label={t('payments.allot')} dialogSize="lg" isStale={isStale}>
          {(close) => <AllotForm payment={payment} onDone={close} />}
        </DialogButton>
      )}
      {leftCents > 0 && organisationId && (
        <DialogButton label={t('payments.refund')} dialogSize="lg" isStale={isStale}>
          {(close) => (
            <RefundForm
              organisationId={organisationId}
              clientName={owner}
              amount={amountText(leftCents)}
              onDone={close}
            />
          )}
        </DialogButton>
      )}
      <DialogButton color="red" variant="outline" label={t('payments.undo')}>
        {(close) => <UndoForm payment={payment} onDone={close} />}
      </DialogButton>
    </div>
  );
}
