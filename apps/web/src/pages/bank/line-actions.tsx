import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { unless } from '../../api/problem';
import { ActButton } from '../../parts/act-button';
import { DialogButton } from '../../parts/dialog-button';
import { useToast } from '../../parts/toasts/use-toast';
import { type Line, type Proposal, TOUCHED } from './bank';
import { BookLine } from './book-line';
import { IgnoreLine } from './ignore-line';

/** What can be done with a line: accept the proposal, decide otherwise, or set it aside and take it back. */
export function LineActions({ line, proposal }: { line: Line; proposal: Proposal | undefined }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id: line.id } };
  if (line.state === 'ignored')
    return (
      <ActButton
        label={t('bank.unignore')}
        act={() => content(api.POST('/api/v1/bank/lines/{id}/unignore', { params }))}
        touches={TOUCHED}
      />
    );
  if (line.state !== 'open') return null;
  const accept = async (shown: Proposal) => {
    const { organisationId, memberId } = shown;
    const parts = shown.parts.map(({ document, cents }) => ({ documentId: document.id, cents }));
    const body = { organisationId, memberId, parts, means: 'transfer' as const };
    const request = content(api.POST('/api/v1/bank/lines/{id}/accept', { params, body }));
    const booked = await unless('BANK.LINE_BOOKED', request);
    // A colleague was faster: the list is asked for again all the same.
    toast(booked ? t('bank.bookedNow', { number: booked.payment }) : t('bank.bookedBefore'));
  };
  return (
    <div className="bank-actions">
      {proposal && proposal.confidence !== 'weak' && (
        <ActButton label={t('bank.accept')} variant="filled" act={() => accept(proposal)} touches={TOUCHED} />
      )}
      <DialogButton label={t('bank.choose')} title={t('bank.chooseTitle')} dialogSize="lg">
        {(close) => <BookLine line={line} proposal={proposal} onDone={close} />}
      </DialogButton>
      <DialogButton label={t('bank.ignore')} title={t('bank.ignoreTitle')}>
        {(close) => <IgnoreLine id={line.id} onDone={close} />}
      </DialogButton>
    </div>
  );
}
