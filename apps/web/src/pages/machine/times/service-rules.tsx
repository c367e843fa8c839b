import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Confirm } from '../../../parts/confirm';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { formatNumber } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import { maintenanceTouches } from '../queries';

interface Props {
  readonly machineId: string;
  readonly rules: readonly Schemas['ServiceRule'][];
}

/** What the machine needs after so many hours of run. */
export function ServiceRules({ machineId, rules }: Props) {
  const { t } = useTranslation();
  return (
    <div className="machine-section">
      <h3 className="machine-part">{t('times.maintenance.rules')}</h3>
      {rules.length === 0 && <p>{t('times.maintenance.noRules')}</p>}
      <ul className="rows">
        {rules.map(({ id, what, everyHours, dueAtHours, isDue }) => (
          <li key={id}>
            <p>
              <b>{what}</b>{' '}
              {t('times.maintenance.every', {
                hours: formatNumber(everyHours),
                due: formatNumber(dueAtHours, 1),
              })}{' '}
              {isDue && <StateBadge tone="bad">{t('times.maintenance.isDue')}</StateBadge>}
            </p>
            <Confirm
              label={t('times.maintenance.removeRule')}
              touches={maintenanceTouches(machineId)}
              act={() =>
                content(
                  api.DELETE('/api/v1/machines/{id}/maintenance/rules/{ruleId}', {
                    params: { path: { id: machineId, ruleId: id } },
                  }),
                )
              }
            >
              <p>{t('times.maintenance.removeText')}</p>
            </Confirm>
          </li>
        ))}
      </ul>
      <div>
        <DialogButton label={t('times.maintenance.addRule')}>
          {(close) => <RuleForm machineId={machineId} onDone={close} />}
        </DialogButton>
      </div>
    </div>
  );
}

const EMPTY = { what: '', everyHours: '200' };

function RuleForm({ machineId, onDone }: { machineId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const send = ({ what, everyHours }: typeof EMPTY) => {
    const body = { what, everyHours: Number(everyHours) };
    const params = { path: { id: machineId } };
    return content(api.POST('/api/v1/machines/{id}/maintenance/rules', { params, body }));
  };
  return (
    <Form
      initial={EMPTY}
      send={send}
      touches={maintenanceTouches(machineId)}
      onDone={onDone}
      onCancel={onDone}
      submit={t('times.maintenance.add')}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('what')}
            label={t('times.maintenance.what')}
            required
            maxLength={100}
            data-autofocus
          />
          <NumberInput
            {...field('everyHours')}
            label={t('times.maintenance.everyHours')}
            min={1}
            max={100_000}
            hideControls
            allowDecimal={false}
            required
          />
        </>
      )}
    </Form>
  );
}
