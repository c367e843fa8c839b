import { Anchor, Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

type Job = Project['jobs'][number];
const paramsOf = (id: string, jobId: string) => ({ params: { path: { id, jobId } } });
const add = (id: string, jobId: string) =>
  content(api.PUT('/api/v1/projects/{id}/jobs/{jobId}', paramsOf(id, jobId)));
const remove = (id: string, jobId: string) =>
  content(api.DELETE('/api/v1/projects/{id}/jobs/{jobId}', paramsOf(id, jobId)));

/** The prints of a project. */
export function Prints({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const { id, jobs } = project;
  return (
    <Section
      title={t('projects.prints.title', { count: jobs.length })}
      actions={
        mayChange && (
          <DialogButton label={t('projects.prints.add')}>
            {(close) => <AddPrint id={id} onDone={close} />}
          </DialogButton>
        )
      }
    >
      {jobs.length === 0 && <p className="quiet">{t('projects.prints.none')}</p>}
      <ul className="project-list">
        {jobs.map((job) => (
          <Row key={job.jobId} id={id} job={job} mayChange={mayChange} />
        ))}
      </ul>
    </Section>
  );
}

function Row({
  id,
  job: { jobId, fileName, createdAt },
  mayChange,
}: {
  id: string;
  job: Job;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const removal = useChange(
    () => remove(id, jobId),
    TOUCHED,
    () => toast(t('projects.removed', { name: fileName }), { act: () => add(id, jobId), touches: TOUCHED }),
  );
  return (
    <li>
      <Anchor component={Link} to={`/jobs/${jobId}`} className="typed">
        {fileName}
      </Anchor>
      <span className="quiet">{formatDay(createdAt)}</span>
      {mayChange && (
        <Button
          variant="default"
          size="compact-sm"
          className="touch"
          aria-label={t('projects.removeOf', { name: fileName })}
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

function AddPrint({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const choices = useQuery({
    ...get('/api/v1/projects/{id}/job-choices', { path: { id } }),
    staleTime: 0,
  });
  if (choices.isPending) return <Loading />;
  if (choices.isError) return <ProblemAlert error={choices.error} retry={() => void choices.refetch()} />;
  const [first] = choices.data.items;
  if (!first) return <p>{t('projects.prints.noChoice')}</p>;
  return (
    <Form
      initial={{ jobId: first.jobId }}
      send={({ jobId }) => add(id, jobId)}
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onDone}
      submit={t('projects.prints.save')}
    >
      {({ field }) => (
        <NativeSelect
          {...field('jobId')}
          label={t('projects.prints.which')}
          description={t('projects.prints.help')}
          data={choices.data.items.map(({ jobId, fileName, createdAt }) => ({
            ...{ value: jobId, label: `${fileName} – ${formatDay(createdAt)}` },
          }))}
        />
      )}
    </Form>
  );
}
