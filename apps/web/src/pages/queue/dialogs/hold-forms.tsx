import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HandForm, type HandProps } from './hand-form';

/** Keeps a job from beginning, with a reason that its maker reads. */
export function HoldForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name } = props.job;
  return (
    <HandForm
      {...props}
      initial={{ reason: '' }}
      body={({ reason }) => ({ hold: { reason: reason || null } })}
      back={{ hold: null }}
      done={t('queue.hold.done', { name })}
      submit={t('queue.hold.label')}
    >
      {({ field }) => (
        <>
          <p>{t('queue.hold.what')}</p>
          <TextInput
            {...field('reason')}
            label={t('queue.hold.reason')}
            description={t('queue.hold.seen')}
            maxLength={200}
          />
        </>
      )}
    </HandForm>
  );
}

/** Lets a held job begin again. */
export function ReleaseForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name, queue } = props.job;
  return (
    <HandForm
      {...props}
      initial={{}}
      body={() => ({ hold: null })}
      {...(queue.held && { back: { hold: { reason: queue.held.reason } } })}
      done={t('queue.release.done', { name })}
      submit={t('queue.release.label')}
    >
      {() => <p>{t(queue.held?.by === 'maker' ? 'queue.release.ofMaker' : 'queue.release.what')}</p>}
    </HandForm>
  );
}
