import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { orNull } from '../../api/or-null';
import { useLab } from '../../frame/lab-choice';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Form } from '../../parts/form/form';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { type Project, TOUCHED } from './project';

const SHOWN = 200;

interface Props {
  /** The project to change; absent: another one is created. */
  readonly project?: Project;
  readonly onDone: (saved: Project) => void;
  readonly onCancel: () => void;
}

/** Creates a project in a lab, or changes one. Partners are typed one in each line. */
export function ProjectForm({ project, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { lab, labs } = useLab();
  const own = labs.filter(({ id }) => holdsIn(me, id, 'trainer', 'manager', 'administrator'));
  const initial = {
    title: project?.title ?? '',
    summary: project?.summary ?? '',
    labId: project?.labId ?? own.find(({ id }) => id === lab?.id)?.id ?? own[0]?.id ?? '',
    organisationId: project?.organisationId ?? '',
    groupId: project?.groupId ?? '',
    partners: project?.partners.join('\n') ?? '',
    startsOn: project?.startsOn ?? today(NETWORK_ZONE),
  };
  const send = ({ labId, organisationId, groupId, partners, ...texts }: typeof initial) => {
    const body = {
      ...texts,
      ...{ organisationId: orNull(organisationId), groupId: orNull(groupId) },
      partners: partners
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    };
    if (!project)
      return content(api.POST('/api/v1/projects', { body: { ...body, labId, stages: [], outcome: null } }));
    const { id, version } = project;
    return content(
      api.PATCH('/api/v1/projects/{id}', { params: { path: { id } }, body: { ...body, version } }),
    );
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onCancel}
      submit={t(project ? 'common.save' : 'projects.create')}
      draft={`project-${project?.id ?? 'new'}`}
    >
      {({ field }) => (
        <>
          <TextInput {...field('title')} label={t('projects.field.title')} required maxLength={160} />
          <Textarea
            {...field('summary')}
            label={t('projects.field.summary')}
            description={t('projects.field.summaryHelp')}
            {...{ required: true, maxLength: 4000, autosize: true, minRows: 3 }}
          />
          {!project && (
            <NativeSelect
              {...field('labId')}
              label={t('frame.lab')}
              required
              data={own.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextInput {...field('startsOn')} type="date" label={t('projects.field.startsOn')} required />
          <ForWhom project={project} field={field} />
          <Textarea
            {...field('partners')}
            label={t('projects.field.partners')}
            description={t('projects.field.partnersHelp')}
            {...{ autosize: true, minRows: 2 }}
          />
        </>
      )}
    </Form>
  );
}

interface ForWhomProps {
  readonly project: Project | undefined;
  readonly field: (name: 'organisationId' | 'groupId') => object;
}

/** The partner organisation and the group for which a project is. */
function ForWhom({ project, field }: ForWhomProps) {
  const { t } = useTranslation();
  const partners = useQuery(get('/api/v1/partners', { query: { limit: SHOWN } }));
  const groups = useQuery(get('/api/v1/groups', { query: { limit: SHOWN } }));
  const offered = (
    kept: { id: string | null | undefined; name: string | null | undefined },
    others: readonly { value: string; label: string }[],
  ) => {
    const own = kept.id && !others.some(({ value }) => value === kept.id);
    return [
      { value: '', label: t('common.none') },
      ...(own ? [{ value: kept.id ?? '', label: kept.name ?? '–' }] : []),
      ...others,
    ];
  };
  return (
    <>
      <NativeSelect
        {...field('organisationId')}
        label={t('projects.field.organisation')}
        description={t('projects.field.organisationHelp')}
        data={offered(
          { id: project?.organisationId, name: project?.organisationName },
          (partners.data?.items ?? []).map(({ organisationId, name }) => ({
            ...{ value: organisationId, label: name },
          })),
        )}
      />
      <NativeSelect
        {...field('groupId')}
        label={t('projects.field.group')}
        data={offered(
          { id: project?.groupId, name: project?.groupName },
          (groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
    </>
  );
}
