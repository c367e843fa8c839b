import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, content } from '../../api/client';
import { useLab } from '../../frame/lab-choice';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { ActButton } from '../../parts/act-button';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { useToast } from '../../parts/toasts/use-toast';
import { Outcome } from './outcome';
import { People } from './people';
import { Picture } from './picture';
import { Prestations } from './prestations';
import { Prints } from './prints';
import { type Project, projectQuery, TONES, TOUCHED } from './project';
import { ProjectForm } from './project-form';
import { Sessions } from './sessions';
import { Stages } from './stages';
import { en, fr } from './words';
import './projects.css';

addWords('projects', { fr, en });

/** One project: what it is, and all that belongs to it. */
export default function ProjectPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const found = useQuery(projectQuery(id));
  const trail = [{ to: '/projects', label: t('projects.title') }];
  if (found.isPending || found.isError)
    return (
      <Page title={t('projects.one')} trail={trail}>
        {found.isPending ? (
          <Loading />
        ) : (
          <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        )}
      </Page>
    );
  const project = found.data;
  const mayChange = holdsIn(me, project.labId, 'trainer', 'manager', 'administrator');
  return (
    <Page title={project.title} trail={trail} actions={mayChange && <Actions project={project} />}>
      <div className="project">
        <div className="project-main">
          <Facts project={project} />
          <Stages project={project} mayChange={mayChange} />
          <Outcome project={project} mayChange={mayChange} />
          <Sessions project={project} />
        </div>
        <div className="project-side">
          <Picture project={project} mayChange={mayChange} />
          <People project={project} mayChange={mayChange} />
          <Prints project={project} mayChange={mayChange} />
          <Prestations project={project} mayChange={mayChange} />
        </div>
      </div>
    </Page>
  );
}

function Facts({ project }: { project: Project }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { state, startsOn, endedOn, organisationName, groupName, partners, labId, summary } = project;
  const facts = [
    [t('frame.lab'), labs.find(({ id }) => id === labId)?.name],
    [t('projects.field.startsOn'), formatDay(startsOn)],
    [t('projects.field.endedOn'), endedOn && formatDay(endedOn)],
    [t('projects.field.organisation'), organisationName],
    [t('projects.field.group'), groupName],
    [t('projects.field.partners'), partners.join(', ')],
  ].filter(([, value]) => value);
  return (
    <section className="project-card">
      <div>
        <StateBadge tone={TONES[state]}>{t(`projects.states.${state}`)}</StateBadge>
      </div>
      <Text className="typed project-text">{summary}</Text>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Actions({ project }: { project: Project }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, version, steps } = project;
  return (
    <div className="row">
      {steps.map((step, at) => (
        <ActButton
          key={step}
          variant={at === 0 ? 'filled' : 'default'}
          label={t(`projects.steps.${step}`)}
          act={() =>
            content(
              api.POST('/api/v1/projects/{id}/steps', { params: { path: { id } }, body: { step, version } }),
            )
          }
          touches={TOUCHED}
          onDone={() => toast(t(`projects.stepped.${step}`))}
        />
      ))}
      <DialogButton label={t('projects.change')} dialogSize="lg">
        {(close) => (
          <ProjectForm
            project={project}
            onCancel={close}
            onDone={() => {
              close();
              toast(t('projects.saved'));
            }}
          />
        )}
      </DialogButton>
    </div>
  );
}
