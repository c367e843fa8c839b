import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { get } from '../../../api/get';
import type { Lab } from '../../../api/queries';
import { Confirm } from '../../../parts/confirm';
import { DialogButton } from '../../../parts/dialog-button';
import { formatMoment } from '../../../parts/format';
import { Fact } from '../fact';
import { SettingsSection } from '../settings-section';
import { ComputerState } from './computer-state';
import { EnrolmentCode } from './enrolment-code';
import { LOOK_AGAIN_MS } from './use-labs-now';

interface Props {
  readonly lab: Lab;
  readonly isKnown: boolean;
}

/** The computer of a lab: its state, a code for another one, its secret, and the end of its access. */
export function LabComputer({ lab, isKnown }: Props) {
  const { t } = useTranslation();
  const path = { params: { path: { id: lab.id } } };
  const service = useQuery({ ...get('/api/v1/service'), refetchInterval: LOOK_AGAIN_MS });
  const computer = service.data?.computers.find(({ labId }) => labId === lab.id);
  return (
    <SettingsSection title={t('labs.computer')}>
      <div>
        <ComputerState lab={lab} isKnown={isKnown} />
      </div>
      {lab.hasComputer && computer && (
        <dl className="facts">
          <Fact name={t('labs.version')}>{computer.version ?? t('common.unknown')}</Fact>
          <Fact name={t('labs.lastHello')}>
            {computer.lastHelloAt ? formatMoment(computer.lastHelloAt) : t('labs.never')}
          </Fact>
        </dl>
      )}
      <div className="row">
        <DialogButton
          variant={lab.hasComputer ? 'default' : 'filled'}
          label={t('labs.code.ask')}
          title={t('labs.code.title', { lab: lab.name })}
        >
          {() => <EnrolmentCode labId={lab.id} />}
        </DialogButton>
        {lab.hasComputer && (
          <>
            <Confirm
              label={t('labs.renew')}
              act={() => api.POST('/api/v1/labs/{id}/agent/secret-renewal', path)}
              touches={['/api/v1/labs']}
            >
              <p>{t('labs.renewText', { lab: lab.name })}</p>
            </Confirm>
            <Confirm
              color="red"
              variant="outline"
              label={t('labs.revoke')}
              act={() => api.DELETE('/api/v1/labs/{id}/agent', path)}
              touches={['/api/v1/labs', '/api/v1/service']}
            >
              <p>{t('labs.revokeText', { lab: lab.name })}</p>
            </Confirm>
          </>
        )}
      </div>
    </SettingsSection>
  );
}
