import { Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HandForm, type HandProps } from './hand-form';

/** As the API bounds them: −1 is low. */
const STEPS = [2, 1, 0, -1];

/** Raises or lowers a job, with a reason that the staff can read. */
export function PriorityForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name, queue } = props.job;
  const reason = queue.priorityReason ?? t('queue.priority.back');
  return (
    <HandForm
      {...props}
      initial={{ steps: String(queue.priority), reason: '' }}
      body={(typed) => ({ priority: { steps: Number(typed.steps), reason: typed.reason } })}
      back={{ priority: { steps: queue.priority, reason } }}
      done={t('queue.priority.done', { name })}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <p>{t('queue.priority.what')}</p>
          <Radio.Group {...field('steps')} label={t('queue.priority.which')}>
            <Stack gap="xs" mt="xs">
              {STEPS.map((steps) => (
                <Radio
                  key={steps}
                  value={String(steps)}
                  label={t(`queue.priority.step${steps}`)}
                  className="queue-tick"
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            {...field('reason')}
            label={t('queue.priority.reason')}
            description={t('queue.priority.seen')}
            required
            maxLength={200}
          />
        </>
      )}
    </HandForm>
  );
}
