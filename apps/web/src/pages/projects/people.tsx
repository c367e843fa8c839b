import { Anchor, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Choice, SearchedSelect, useSearch } from '../../parts/searched-select';
import { useToast } from '../../parts/toasts/use-toast';
import { membersQuery } from '../members/people';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

const SHOWN = 50;
const paramsOf = (id: string, memberId: string) => ({ params: { path: { id, memberId } } });
const add = (id: string, memberId: string) =>
  content(api.PUT('/api/v1/projects/{id}/people/{memberId}', paramsOf(id, memberId)));
const remove = (id: string, memberId: string) =>
  content(api.DELETE('/api/v1/projects/{id}/people/{memberId}', paramsOf(id, memberId)));

/** The people of a project. */
export function People({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const { people } = project;
  return (
    <Section
      title={t('projects.people.title', { count: people.length })}
      actions={
        mayChange && (
          <DialogButton label={t('projects.people.add')}>
            {(close) => <AddPerson project={project} onDone={close} />}
          </DialogButton>
        )
      }
    >
      {people.length === 0 && <p className="quiet">{t('projects.people.none')}</p>}
      <ul className="project-list">
        {people.map((person) => (
          <Row key={person.memberId} id={project.id} person={person} mayChange={mayChange} />
        ))}
      </ul>
    </Section>
  );
}

interface RowProps {
  readonly id: string;
  readonly person: Project['people'][number];
  readonly mayChange: boolean;
}

function Row({ id, person: { memberId, displayName: name }, mayChange }: RowProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const removal = useChange(
    () => remove(id, memberId),
    TOUCHED,
    () => toast(t('projects.removed', { name }), { act: () => add(id, memberId), touches: TOUCHED }),
  );
  return (
    <li>
      <Anchor component={Link} to={`/members?member=${memberId}`} className="typed">
        {name}
      </Anchor>
      {mayChange && (
        <Button
          variant="default"
          size="compact-sm"
          className="touch"
          aria-label={t('projects.removeOf', { name })}
          loading={removal.isPending}
          onClick={() => removal.mutate()}
        >
          {t('projects.remove')}
        </Button>
      )}
      {removal.isError && <ProblemAlert error={removal.error} />}
    </li>
  );
}

function AddPerson({ project, onDone }: { project: Project; onDone: () => void }) {
  const { t } = useTranslation();
  const search = useSearch();
  const [chosen, setChosen] = useState<Choice>();
  const found = useQuery({
    ...membersQuery({ limit: SHOWN, ...(search.search && { search: search.search }) }),
    placeholderData: keepPreviousData,
  });
  const known = new Set([...project.people.map(({ memberId }) => memberId), chosen?.value]);
  const others = (found.data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
  const offered = chosen ? [chosen, ...others] : others;
  return (
    <Form
      initial={{ memberId: '' }}
      send={({ memberId }) => add(project.id, memberId)}
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onDone}
      submit={t('projects.people.save')}
    >
      {({ field, set }) => (
        <>
          <SearchedSelect
            {...field('memberId')}
            label={t('projects.people.member')}
            searchLabel={t('projects.people.search')}
            search={search}
            required
            choices={offered}
            onChange={({ currentTarget: { value } }) => {
              setChosen(offered.find((each) => each.value === value));
              set({ memberId: value });
            }}
            note={found.data && others.length === 0 ? t('projects.people.noMatch') : undefined}
          />
          {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
        </>
      )}
    </Form>
  );
}
