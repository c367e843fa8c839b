import { Anchor, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { Form } from '../../parts/form/form';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { Belongings } from './belongings';
import { type Project, TOUCHED } from './project';
import type { PartProps } from './section';

const paramsOf = (id: string, jobId: string) => ({ params: { path: { id, jobId } } });
const add = (id: string, jobId: string) =>
  content(api.PUT('/api/v1/projects/{id}/jobs/{jobId}', paramsOf(id, jobId)));
const remove = (id: string, jobId: string) =>
  content(api.DELETE('/api/v1/projects/{id}/jobs/{jobId}', paramsOf(id, jobId)));

/** The prints of a project. */
export function Prints({ project: { id, jobs }, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  return (
    <Belongings
      title={t('projects.prints.title', { count: jobs.length })}
      none={t('projects.prints.none')}
      mayChange={mayChange}
      items={jobs.map(({ jobId, fileName, createdAt }) => ({
        ...{ id: jobId, name: fileName },
        shown: (
          <>
            <Anchor component={Link} to={`/jobs/${jobId}`} className="typed">
              {fileName}
            </Anchor>
            <span className="quiet">{formatDay(createdAt)}</span>
          </>
        ),
        remove: () => remove(id, jobId),
        add: () => add(id, jobId),
      }))}
      addLabel={t('projects.prints.add')}
    >
      {(close) => <AddPrint id={id} onDone={close} />}
    </Belongings>
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
