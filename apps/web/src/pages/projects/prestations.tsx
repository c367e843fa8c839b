import { Anchor, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Form } from '../../parts/form/form';
import { Belongings } from './belongings';
import { type Project, TOUCHED } from './project';
import type { PartProps } from './section';

const add = (id: string, reference: string) =>
  content(api.POST('/api/v1/projects/{id}/prestations', { params: { path: { id } }, body: { reference } }));
const remove = (id: string, prestationId: string) =>
  content(
    api.DELETE('/api/v1/projects/{id}/prestations/{prestationId}', {
      params: { path: { id, prestationId } },
    }),
  );

/** The client orders of a project, added by the reference on their papers. */
export function Prestations({ project: { id, prestations }, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const mayOpen = holds(useMe(), ...ACCOUNTANTS);
  return (
    <Belongings
      title={t('projects.prestations.title')}
      none={t('projects.prestations.none')}
      mayChange={mayChange}
      items={prestations.map(({ prestationId, reference, title }) => ({
        ...{ id: prestationId, name: reference },
        shown: (
          <>
            {mayOpen ? (
              <Anchor component={Link} to={`/prestations/${prestationId}`}>
                {reference}
              </Anchor>
            ) : (
              <b>{reference}</b>
            )}
            <span className="typed">{title}</span>
          </>
        ),
        remove: () => remove(id, prestationId),
        add: () => add(id, reference),
      }))}
      addLabel={t('projects.prestations.add')}
    >
      {(close) => (
        <Form
          initial={{ reference: '' }}
          send={({ reference }) => add(id, reference)}
          touches={TOUCHED}
          onDone={close}
          onCancel={close}
          submit={t('projects.prestations.save')}
        >
          {({ field }) => (
            <TextInput
              {...field('reference')}
              {...{ required: true, maxLength: 40, autoComplete: 'off' }}
              label={t('projects.prestations.reference')}
              description={t('projects.prestations.help')}
            />
          )}
        </Form>
      )}
    </Belongings>
  );
}
