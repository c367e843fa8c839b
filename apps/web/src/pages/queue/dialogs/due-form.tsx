import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../parts/format';
import { HandForm, type HandProps } from './hand-form';

/** The browser's field has no zone: its text is a time on the clock of this computer. */
function typedOf(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
const instantOf = (typed: string): string | null => (typed ? new Date(typed).toISOString() : null);

/** When a job has to be ready, and whether the staff promise it. */
export function DueForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name, queue, expected } = props.job;
  const { readyBy, dueIsFirm } = queue;
  return (
    <HandForm
      {...props}
      initial={{ readyBy: typedOf(readyBy), firm: true }}
      body={(typed) => ({ readyBy: instantOf(typed.readyBy), dueIsFirm: typed.firm && typed.readyBy !== '' })}
      back={{ readyBy, dueIsFirm }}
      done={t('queue.due.done', { name })}
      submit={t('common.save')}
    >
      {({ field, tick, values, set }) => (
        <>
          <p>{t('queue.due.what')}</p>
          {expected && (
            <p className="quiet">{t('queue.due.expected', { moment: formatMoment(expected.endAt) })}</p>
          )}
          <TextInput {...field('readyBy')} type="datetime-local" label={t('queue.due.readyBy')} />
          <Switch
            {...tick('firm')}
            disabled={!values.readyBy}
            label={t('queue.due.firm')}
            description={t('queue.due.firmHelp')}
          />
          {values.readyBy && (
            <button type="button" className="link-button" onClick={() => set({ readyBy: '' })}>
              {t('queue.due.none')}
            </button>
          )}
        </>
      )}
    </HandForm>
  );
}
