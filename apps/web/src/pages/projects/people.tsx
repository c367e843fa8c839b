import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { MemberChoice } from '../../parts/searched-choice/member-choice';
import { Belongings } from './belongings';
import { type Project, TOUCHED } from './project';
import type { PartProps } from './section';

const paramsOf = (id: string, memberId: string) => ({ params: { path: { id, memberId } } });
const add = (id: string, memberId: string) =>
  content(api.PUT('/api/v1/projects/{id}/people/{memberId}', paramsOf(id, memberId)));
const remove = (id: string, memberId: string) =>
  content(api.DELETE('/api/v1/projects/{id}/people/{memberId}', paramsOf(id, memberId)));

/** The people of a project. */
export function People({ project: { id, people }, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const known = new Set(people.map(({ memberId }) => memberId));
  return (
    <Belongings
      title={t('projects.people.title', { count: people.length })}
      none={t('projects.people.none')}
      mayChange={mayChange}
      items={people.map(({ memberId, displayName }) => ({
        ...{ id: memberId, name: displayName },
        shown: (
          <Anchor component={Link} to={`/members?member=${memberId}`} className="typed">
            {displayName}
          </Anchor>
        ),
        remove: () => remove(id, memberId),
        add: () => add(id, memberId),
      }))}
      addLabel={t('projects.people.add')}
    >
      {(close) => (
        <Form
          initial={{ memberId: '' }}
          send={({ memberId }) => add(id, memberId)}
          touches={TOUCHED}
          onDone={close}
          onCancel={close}
          submit={t('projects.people.save')}
        >
          {({ field }) => (
            <MemberChoice {...field('memberId')} required isOffered={(member) => !known.has(member.id)} />
          )}
        </Form>
      )}
    </Belongings>
  );
}
