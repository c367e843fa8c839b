import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { formatMoment, formatNumber } from '../../../parts/format';
import { maintenanceTouches } from '../queries';
import { Who } from '../record';

interface Props {
  readonly machineId: string;
  readonly entries: readonly Schemas['MaintenanceEntry'][];
  readonly rules: readonly Schemas['ServiceRule'][];
}

/** What people did to the machine. */
export function MaintenanceLog({ machineId, entries, rules }: Props) {
  const { t } = useTranslation();
  return (
    <div className="machine-section">
      <h3 className="machine-part">{t('times.maintenance.log')}</h3>
      {entries.length === 0 && <p>{t('times.maintenance.noLog')}</p>}
      <ul className="rows scrolls">
        {entries.map(({ id, at, words, hoursRun, writtenBy }) => (
          <li key={id}>
            <p className="quiet">
              {t('times.maintenance.at', { moment: formatMoment(at), hours: formatNumber(hoursRun, 1) })} ·{' '}
              <Who accountId={writtenBy} />
            </p>
            <p className="machine-words">{words}</p>
          </li>
        ))}
      </ul>
      <div>
        <DialogButton label={t('times.maintenance.write')}>
          {(close) => <EntryForm machineId={machineId} rules={rules} onDone={close} />}
        </DialogButton>
      </div>
    </div>
  );
}

const EMPTY = { words: '', ruleId: '' };

interface FormProps extends Pick<Props, 'machineId' | 'rules'> {
  readonly onDone: () => void;
}

function EntryForm({ machineId, rules, onDone }: FormProps) {
  const { t } = useTranslation();
  const send = ({ words, ruleId }: typeof EMPTY) => {
    const body = { words, ruleId: ruleId || null };
    const params = { path: { id: machineId } };
    return content(api.POST('/api/v1/machines/{id}/maintenance/entries', { params, body }));
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
          <Textarea
            {...field('words')}
            label={t('times.maintenance.words')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
          />
          {rules.length > 0 && (
            <NativeSelect
              {...field('ruleId')}
              label={t('times.maintenance.rule')}
              data={[
                { value: '', label: t('times.maintenance.noRule') },
                ...rules.map(({ id, what }) => ({ value: id, label: what })),
              ]}
            />
          )}
        </>
      )}
    </Form>
  );
}
