import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { ActButton } from '../../../parts/act-button';
import { DialogButton } from '../../../parts/dialog-button';
import { useToast } from '../../../parts/toasts/use-toast';
import { EditSession } from '../form/edit-session';
import { isOpenToMarks, type LabSession, SESSION_TOUCHES } from '../session';
import { CancelForm } from './cancel-form';
import { HeldForm } from './held-form';

interface Props {
  readonly session: LabSession;
  /** Whether those who are present are given the induction. */
  readonly grants: boolean;
}

/** What can be done with a session in its state. */
export function SessionActions({ session, grants }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, state } = session;
  const params = { path: { id } };
  if (state === 'cancelled') return null;
  if (state === 'held')
    return (
      <div className="row">
        <DialogButton label={t('agenda.held.changeCount')}>
          {(close) => <HeldForm session={session} grants={grants} close={close} />}
        </DialogButton>
        <ActButton
          label={t('agenda.held.reopen')}
          act={() => api.POST('/api/v1/lab-sessions/{id}/reopen', { params })}
          touches={SESSION_TOUCHES}
          onDone={() => toast(t('agenda.held.reopened'))}
        />
      </div>
    );
  return (
    <div className="row">
      {isOpenToMarks(session, Date.now()) && (
        <DialogButton variant="filled" label={t('agenda.held.label')}>
          {(close) => <HeldForm session={session} grants={grants} close={close} />}
        </DialogButton>
      )}
      <EditSession session={session} />
      <DialogButton label={t('agenda.cancel.label')}>
        {(close) => <CancelForm session={session} close={close} />}
      </DialogButton>
    </div>
  );
}
