import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import { Form } from '../../../parts/form/form';
import { Loading } from '../../../parts/loading';
import { useToast } from '../../../parts/toasts/use-toast';
import { useKinds } from '../../members/kinds';
import { type LabSession, type People, peopleOf, SESSION_TOUCHES } from '../session';
import { type Attendance, noteAttendance } from './attendance';
import { useMayGrant } from './induction-choice';

interface Props {
  readonly session: LabSession;
  /** As chosen above the list of people. */
  readonly grants: boolean;
  readonly close: () => void;
}
type Typed = { readonly headCount: string; readonly rest: string; readonly grants: boolean };

/** Notes that a session took place: the rest of attendance, people without a name, and the induction, in one step. */
export function HeldForm(props: Props) {
  const { id } = props.session;
  const answer = useQuery(get('/api/v1/lab-sessions/{id}/registrations', { path: { id } }));
  if (answer.isPending) return <Loading />;
  return <Fields {...props} people={peopleOf(answer.data?.items ?? [])} />;
}

function Fields({ session, grants, close, people }: Props & { people: People }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { nameOf } = useKinds();
  const mayGrant = useMayGrant(session);
  const { id, headCount, state, present, inductionKind } = session;
  const mayStillBeGiven = mayGrant && people.withoutInduction.length + people.notNoted.length > 0;
  const reopen = () => api.POST('/api/v1/lab-sessions/{id}/reopen', { params: { path: { id } } });
  const done = () => {
    close();
    if (state === 'held') toast(t('agenda.held.countChanged'));
    else toast(t('agenda.held.done'), { act: reopen, touches: SESSION_TOUCHES });
  };
  return (
    <Form
      initial={{ headCount: String(headCount ?? ''), rest: 'absent', grants: grants && mayGrant }}
      send={(typed: Typed) => hold(session, people, typed)}
      touches={SESSION_TOUCHES}
      onDone={done}
      onCancel={close}
      submit={t(state === 'held' ? 'common.save' : 'agenda.held.save')}
    >
      {({ field, tick, values }) => (
        <>
          <p>{t('agenda.held.present', { count: present })}</p>
          {people.notNoted.length > 0 && (
            <NativeSelect
              {...field('rest')}
              label={t('agenda.held.rest', { count: people.notNoted.length })}
              description={names(people.notNoted)}
              data={(['absent', 'present', 'none'] as const).map((value) => ({
                value,
                label: t(`agenda.held.rests.${value}`),
              }))}
            />
          )}
          <NumberInput
            {...field('headCount')}
            label={t('agenda.held.headCount')}
            description={t('agenda.held.headCountHelp')}
            {...{ min: 0, max: 100_000, hideControls: true, allowDecimal: false }}
            maw="14rem"
          />
          {mayGrant && !mayStillBeGiven && present > 0 && (
            <p className="agenda-help">
              {t('agenda.held.grantsDone', { kind: nameOf(inductionKind ?? '') })}
            </p>
          )}
          {mayStillBeGiven && (
            <Checkbox
              {...tick('grants')}
              label={t('agenda.held.grants', { kind: nameOf(inductionKind ?? '') })}
              description={grantWords(t, people, values.rest)}
            />
          )}
        </>
      )}
    </Form>
  );
}

const names = (people: People['registered']): string =>
  people
    .map(({ name }) => name)
    .filter(Boolean)
    .join(', ');

/** Who is given the induction, by name. */
function grantWords(t: TFunction, people: People, rest: string): string {
  const given = [...people.withoutInduction, ...(rest === 'present' ? people.notNoted : [])];
  return given.length === 0
    ? t('agenda.held.grantsNone')
    : t('agenda.held.grantsTo', { count: given.length, names: names(given) });
}

/** Each step can be said again: after a lost answer, a second press goes on where the first one stopped. */
async function hold({ id }: LabSession, people: People, { headCount, rest, grants }: Typed) {
  const params = { path: { id } };
  if (grants) for (const person of people.withoutInduction) await noteAttendance(person, 'present', true);
  if (people.notNoted.length > 0 && rest !== 'none') {
    const body = { attendance: rest as Attendance, grantInduction: grants };
    await api.POST('/api/v1/lab-sessions/{id}/attendance', { params, body });
  }
  const count = headCount === '' ? null : Number(headCount);
  return content(api.POST('/api/v1/lab-sessions/{id}/held', { params, body: { headCount: count } }));
}
