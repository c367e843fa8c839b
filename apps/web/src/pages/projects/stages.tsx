import { Button, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { useChange } from '../../api/use-change';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatDay } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

type Stage = Project['stages'][number];

/** Saves all stages. @throws Problem when another person changed the project meanwhile */
const putStages = ({ id, version }: Project, stages: readonly Stage[]) =>
  content(
    api.PATCH('/api/v1/projects/{id}', {
      params: { path: { id } },
      body: { version, stages: [...stages] },
    }),
  );

/** The stages of a project: a box marks one as done today. */
export function Stages({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const { stages } = project;
  const change = useChange((to: readonly Stage[]) => putStages(project, to), TOUCHED);
  const replace = (at: number, by: readonly Stage[]) => [
    ...stages.slice(0, at),
    ...by,
    ...stages.slice(at + 1),
  ];
  return (
    <Section
      title={t('projects.stages.title')}
      actions={
        mayChange && (
          <DialogButton label={t('projects.stages.add')}>
            {(close) => <StageForm save={(stage) => putStages(project, [...stages, stage])} onDone={close} />}
          </DialogButton>
        )
      }
    >
      {stages.length === 0 && <p className="quiet">{t('projects.stages.none')}</p>}
      <ol className="project-list">
        {stages.map((stage, at) => (
          // Two stages may have the same name and days.
          // biome-ignore lint/suspicious/noArrayIndexKey: stages have no ids
          <li key={at}>
            <label className="project-stage">
              <input
                type="checkbox"
                checked={stage.doneOn !== null}
                disabled={!mayChange || change.isPending}
                onChange={({ currentTarget: { checked } }) =>
                  change.mutate(replace(at, [{ ...stage, doneOn: checked ? today(NETWORK_ZONE) : null }]))
                }
              />
              <span className="typed">{stage.name}</span>
            </label>
            <span className="quiet">{daysOf(stage, t)}</span>
            {mayChange && (
              <>
                <DialogButton
                  size="compact-sm"
                  label={t('projects.stages.change')}
                  aria-label={t('projects.stages.changeOf', { name: stage.name })}
                >
                  {(close) => (
                    <StageForm
                      stage={stage}
                      save={(changed) => putStages(project, replace(at, [changed]))}
                      onDone={close}
                    />
                  )}
                </DialogButton>
                <RemoveStage project={project} stage={stage} rest={replace(at, [])} />
              </>
            )}
          </li>
        ))}
      </ol>
      {change.isError && <ProblemAlert error={change.error} />}
    </Section>
  );
}

const daysOf = ({ plannedOn, doneOn }: Stage, t: TFunction): string => {
  if (doneOn) return t('projects.stages.done', { day: formatDay(doneOn) });
  return plannedOn ? t('projects.stages.planned', { day: formatDay(plannedOn) }) : '';
};

function RemoveStage({ project, stage, rest }: { project: Project; stage: Stage; rest: readonly Stage[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const removal = useChange(
    () => putStages(project, rest),
    TOUCHED,
    (after) =>
      toast(t('projects.stages.removed', { name: stage.name }), {
        act: () => putStages(after, project.stages),
        touches: TOUCHED,
      }),
  );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        className="touch"
        aria-label={t('projects.stages.removeOf', { name: stage.name })}
        loading={removal.isPending}
        onClick={() => removal.mutate()}
      >
        {t('projects.remove')}
      </Button>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </>
  );
}

interface FormProps {
  readonly stage?: Stage;
  readonly save: (stage: Stage) => Promise<unknown>;
  readonly onDone: () => void;
}

function StageForm({ stage, save, onDone }: FormProps) {
  const { t } = useTranslation();
  return (
    <Form
      initial={{
        ...{ name: stage?.name ?? '', plannedOn: stage?.plannedOn ?? '', doneOn: stage?.doneOn ?? '' },
      }}
      send={({ name, plannedOn, doneOn }) =>
        save({ name, plannedOn: orNull(plannedOn), doneOn: orNull(doneOn) })
      }
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <TextInput {...field('name')} label={t('projects.stages.name')} required maxLength={120} />
          <TextInput {...field('plannedOn')} type="date" label={t('projects.stages.plannedOn')} />
          <TextInput {...field('doneOn')} type="date" label={t('projects.stages.doneOn')} />
        </>
      )}
    </Form>
  );
}
