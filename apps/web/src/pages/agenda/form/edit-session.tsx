import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { centsOf } from '../../../parts/cents-of';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { type LabSession, SESSION_TOUCHES } from '../session';
import { trainersQuery } from './choices';
import { atField } from './conflict';
import { SessionFields } from './session-fields';
import { changesOf, fieldsOf, type Typed, timesOf, typedOf } from './typed';

/** Changes a planned session, or it and the following ones of its series. */
export function EditSession({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('agenda.form.change')} title={t('agenda.form.changeTitle')} dialogSize="lg">
      {(close) => <EditForm session={session} close={close} />}
    </DialogButton>
  );
}

function EditForm({ session, close }: { session: LabSession; close: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const lab = { id: session.labId, timeZone: session.timeZone };
  // Without them the choice of the trainer is empty, and the browser refuses to send the form.
  const trainers = useQuery(trainersQuery(lab.id));
  if (trainers.isPending) return <Loading />;
  if (trainers.isError) return <ProblemAlert error={trainers.error} retry={() => void trainers.refetch()} />;
  return (
    <Form
      initial={{ ...typedOf(session), which: 'one' }}
      send={(typed) => change(session, typed)}
      touches={SESSION_TOUCHES}
      onDone={({ total }) => {
        close();
        toast(t('agenda.form.changed', { count: total }));
      }}
      onCancel={close}
      submit={t('common.save')}
      draft={`session-${session.id}`}
    >
      {(fields) => (
        <>
          {session.seriesId && (
            <NativeSelect
              {...fields.field('which')}
              label={t('agenda.which.label')}
              description={t('agenda.which.help')}
              data={(['one', 'following'] as const).map((value) => ({
                value,
                label: t(`agenda.which.${value}`),
              }))}
            />
          )}
          <SessionFields fields={fields} lab={lab} isNew={false} />
        </>
      )}
    </Form>
  );
}

type Edited = Typed & { readonly which: string };

async function change(session: LabSession, typed: Edited) {
  const { id, version, timeZone } = session;
  const before = typedOf(session);
  const changed = changesOf(
    { ...fieldsOf(before, session.priceCents), ...timesOf(before, timeZone) },
    { ...fieldsOf(typed, centsOf('price', typed.price)), ...timesOf(typed, timeZone) },
  );
  // Both ends of a time together: the server checks one against the other.
  const times = changed.from || changed.until ? timesOf(typed, timeZone) : {};
  const which = typed.which === 'following' ? ('following' as const) : ('one' as const);
  const body = { ...changed, ...times, which, version, evenIfClosed: typed.evenIfClosed };
  try {
    return await content(api.PATCH('/api/v1/lab-sessions/{id}', { params: { path: { id } }, body }));
  } catch (error) {
    throw atField(error);
  }
}
