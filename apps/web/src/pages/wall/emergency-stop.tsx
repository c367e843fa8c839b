import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Stop, useEmergencyStop } from './use-emergency-stop';

interface Props {
  readonly machineId: string;
  readonly name: string;
  readonly isStopped: boolean;
}

/** Works even when nothing else does: it needs no live state, and waits for no other request. */
export const EmergencyStop = memo(function EmergencyStop({ machineId, name, isStopped }: Props) {
  const { t } = useTranslation();
  const { stop, press } = useEmergencyStop(machineId, isStopped);
  const { step } = stop;
  const word = t(`wall.stop.${step === 'armed' || step === 'sending' ? step : 'idle'}`);
  return (
    <div className="stop">
      <button
        type="button"
        className="stop-button"
        data-step={step}
        aria-disabled={step === 'sending'}
        onClick={press}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
          <path d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" />
        </svg>
        <span className="stop-word">{word}</span>
        <span className="sr-only"> – {name}</span>
      </button>
      <Outcome stop={stop} name={name} />
    </div>
  );
});

function Outcome({ stop, name }: { stop: Stop; name: string }) {
  const { t } = useTranslation();
  const { step } = stop;
  return (
    <div aria-live="assertive" className="stop-outcome">
      {/* For screen readers only: a visible text would move the button away before the second press. */}
      {step === 'armed' && <p className="sr-only">{t('wall.stop.again', { name })}</p>}
      {step === 'sent' && <p>{t('wall.stop.sent')}</p>}
      {step === 'heard' && <p>{t('wall.stop.heard')}</p>}
      {step === 'unconfirmed' && <p className="stop-unheard">{t('wall.stop.unconfirmed')}</p>}
      {stop.step === 'failed' && (
        <>
          <p className="stop-unheard">{t('wall.stop.unheard')}</p>
          <ProblemAlert error={stop.problem} />
        </>
      )}
    </div>
  );
}
