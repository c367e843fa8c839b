import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Confirm } from '../../../parts/confirm';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { formatMoment } from '../../../parts/format';
import { maintenanceTouches } from '../queries';

interface Props {
  readonly machineId: string;
  readonly windows: readonly Schemas['MaintenanceWindow'][];
}

/** The times at which the machine takes no job. */
export function MaintenanceWindows({ machineId, windows }: Props) {
  const { t } = useTranslation();
  return (
    <div className="machine-section">
      <h3 className="machine-part">{t('times.maintenance.windows')}</h3>
      {windows.length === 0 && <p>{t('times.maintenance.noWindows')}</p>}
      <ul className="rows scrolls">
        {windows.map(({ id, from, until, reason, cancelledAt }) => (
          <li key={id}>
            <p>
              {t('times.maintenance.span', { from: formatMoment(from), until: formatMoment(until) })} –{' '}
              {reason}
            </p>
            {cancelledAt ? (
              <p className="quiet">{t('times.maintenance.cancelled')}</p>
            ) : (
              <Confirm
                label={t('times.maintenance.cancel')}
                touches={maintenanceTouches(machineId)}
                act={() =>
                  content(
                    api.DELETE('/api/v1/machines/{id}/maintenance/windows/{windowId}', {
                      params: { path: { id: machineId, windowId: id } },
                    }),
                  )
                }
              >
                <p>{t('times.maintenance.cancelText')}</p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      <div>
        <DialogButton label={t('times.maintenance.plan')}>
          {(close) => <PlanForm machineId={machineId} onDone={close} />}
        </DialogButton>
      </div>
    </div>
  );
}

const EMPTY = { from: '', until: '', reason: '' };

/** The browser's field has no zone: its text is a time on the clock of this computer. */
const instantOf = (typed: string): string => new Date(typed).toISOString();

function PlanForm({ machineId, onDone }: { machineId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const send = ({ from, until, reason }: typeof EMPTY) => {
    const body = { from: instantOf(from), until: instantOf(until), reason };
    const params = { path: { id: machineId } };
    return content(api.POST('/api/v1/machines/{id}/maintenance/windows', { params, body }));
  };
  return (
    <Form
      initial={EMPTY}
      send={send}
      touches={maintenanceTouches(machineId)}
      onDone={onDone}
      onCancel={onDone}
      submit={t('times.maintenance.plan')}
    >
      {({ field }) => (
        <>
          <p>{t('times.maintenance.planText')}</p>
          <TextInput
            {...field('from')}
            type="datetime-local"
            label={t('times.maintenance.from')}
            required
            data-autofocus
          />
          <TextInput
            {...field('until')}
            type="datetime-local"
            label={t('times.maintenance.until')}
            required
          />
          <TextInput {...field('reason')} label={t('times.maintenance.reason')} required maxLength={200} />
        </>
      )}
    </Form>
  );
}
