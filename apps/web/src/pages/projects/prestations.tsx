import { Anchor, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

type Prestation = Project['prestations'][number];
const add = (id: string, reference: string) =>
  content(api.POST('/api/v1/projects/{id}/prestations', { params: { path: { id } }, body: { reference } }));
const remove = (id: string, prestationId: string) =>
  content(
    api.DELETE('/api/v1/projects/{id}/prestations/{prestationId}', {
      params: { path: { id, prestationId } },
    }),
  );

/** The client orders of a project, added by the reference on their papers. */
export function Prestations({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const { id, prestations } = project;
  return (
    <Section
      title={t('projects.prestations.title')}
      actions={
        mayChange && (
          <DialogButton label={t('projects.prestations.add')}>
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
          </DialogButton>
        )
      }
    >
      {prestations.length === 0 && <p className="quiet">{t('projects.prestations.none')}</p>}
      <ul className="project-list">
        {prestations.map((prestation) => (
          <Row key={prestation.prestationId} id={id} prestation={prestation} mayChange={mayChange} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ id, prestation, mayChange }: { id: string; prestation: Prestation; mayChange: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayOpen = holds(useMe(), ...ACCOUNTANTS);
  const { prestationId, reference, title } = prestation;
  const removal = useChange(
    () => remove(id, prestationId),
    TOUCHED,
    () =>
      toast(t('projects.removed', { name: reference }), { act: () => add(id, reference), touches: TOUCHED }),
  );
  return (
    <li>
      {mayOpen ? (
        <Anchor component={Link} to={`/prestations/${prestationId}`}>
          {reference}
        </Anchor>
      ) : (
        <b>{reference}</b>
      )}
      <span className="typed">{title}</span>
      {mayChange && (
        <Button
          variant="default"
          size="compact-sm"
          className="touch"
          aria-label={t('projects.removeOf', { name: reference })}
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
