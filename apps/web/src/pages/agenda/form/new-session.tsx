import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content, type Schemas } from '../../../api/client';
import type { Lab } from '../../../api/queries';
import { useMe } from '../../../frame/use-me';
import { centsOf } from '../../../parts/cents-of';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { Loading } from '../../../parts/loading';
import { useToast } from '../../../parts/toasts/use-toast';
import { today } from '../../../parts/zone';
import { SESSION_TOUCHES } from '../session';
import { trainersQuery } from './choices';
import { atField } from './conflict';
import { SessionFields } from './session-fields';
import { fieldsOf, type NewKind, newTyped, type Typed, whenOf } from './typed';

type Made = Schemas['LabSessionList'];

/** Plans a session, or a series. */
export function NewSession({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  return (
    <DialogButton variant="filled" label={t('agenda.form.new')} dialogSize="lg">
      {(close) => <NewSessionForm lab={lab} close={close} />}
    </DialogButton>
  );
}

function NewSessionForm({ lab, close }: { lab: Lab; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const done = useDone(t('agenda.form.undoReason'));
  const trainers = useQuery(trainersQuery(lab.id));
  if (trainers.isPending) return <Loading />;
  const people = trainers.data?.items ?? [];
  const trainerId = (people.find(({ id }) => id === me.id) ?? people[0])?.id ?? me.id;
  return (
    <Form
      initial={newTyped(today(lab.timeZone), trainerId)}
      send={(typed) => plan(lab, typed)}
      touches={SESSION_TOUCHES}
      onDone={(made) => {
        close();
        done(made);
      }}
      onCancel={close}
      submit={t('agenda.form.save')}
      draft={`session-${lab.id}`}
    >
      {(fields) => <SessionFields fields={fields} lab={lab} isNew />}
    </Form>
  );
}

async function plan(lab: Lab, typed: Typed): Promise<Made> {
  const { evenIfClosed, price } = typed;
  const body = {
    ...{ labId: lab.id, kind: typed.kind as NewKind, evenIfClosed },
    ...fieldsOf(typed, centsOf('price', price)),
    ...whenOf(typed, lab.timeZone),
  };
  try {
    return await content(api.POST('/api/v1/lab-sessions', { body }));
  } catch (error) {
    throw atField(error);
  }
}

/** Says what was planned, and offers to take it back; one session is then shown in its week. */
function useDone(reason: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  return ({ items }: Made) => {
    const [first] = items;
    if (!first) return;
    void navigate(`/agenda?week=${first.day}`);
    const ids = items.map(({ id }) => id);
    toast(t('agenda.form.planned', { count: items.length }), {
      act: () => api.POST('/api/v1/lab-sessions/cancel', { body: { ids, reason } }),
      touches: SESSION_TOUCHES,
    });
  };
}
