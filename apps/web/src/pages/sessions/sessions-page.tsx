import './sessions.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Page } from '../../parts/page';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { AppointmentForm } from './appointment-form';
import { CalendarSection } from './calendar-section';
import { ComingSessions } from './coming-sessions';
import { OwnSessions } from './own-sessions';
import { en, fr } from './words';
import '../../parts/lab-session/add-session-words';

addWords('sessions', { fr, en });

/** A person's own sessions and appointments, and those for which they can register. */
export default function SessionsPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  const [day] = useState(() => today(lab?.timeZone ?? NETWORK_ZONE));
  if (!lab)
    return (
      <Page title={t('sessions.title')}>
        <NoLab />
      </Page>
    );
  return (
    <Page
      title={t('sessions.title')}
      actions={
        <DialogButton variant="filled" label={t('sessions.appointment')}>
          {(close) => <AppointmentForm onDone={close} />}
        </DialogButton>
      }
    >
      <OwnSessions />
      <ComingSessions today={day} />
      <CalendarSection />
    </Page>
  );
}
