import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Confirm } from '../../parts/confirm';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

const ADDRESS = '/api/v1/projects/{id}/picture';

/** The picture of a project. */
export function Picture({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const input = useId();
  const { id, hasPicture, title } = project;
  const params = { path: { id } };
  const sending = useChange((file: File) => {
    const form = new FormData();
    form.set('file', file);
    return content(api.POST(ADDRESS, { params, body: { file: file.name }, bodySerializer: () => form }));
  }, TOUCHED);
  if (!hasPicture && !mayChange) return null;
  return (
    <Section
      title={t('projects.picture.title')}
      actions={
        mayChange && (
          <>
            <input
              type="file"
              id={input}
              className="sr-only project-file"
              accept="image/jpeg,image/png,image/webp"
              aria-describedby={`${input}-help`}
              disabled={sending.isPending}
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                if (file) sending.mutate(file);
                // Reset, so that the same file can be chosen again after it was changed.
                currentTarget.value = '';
              }}
            />
            <Button
              component="label"
              htmlFor={input}
              variant="default"
              className="touch"
              loading={sending.isPending}
            >
              {t(hasPicture ? 'projects.picture.replace' : 'projects.picture.choose')}
            </Button>
            {hasPicture && (
              <Confirm
                label={t('projects.picture.remove')}
                act={() => content(api.DELETE(ADDRESS, { params }))}
                touches={TOUCHED}
              >
                <p>{t('projects.picture.removeText')}</p>
              </Confirm>
            )}
          </>
        )
      }
    >
      {hasPicture && (
        // Sent again only after a change: the time of the answer is in its address.
        <img
          className="project-picture"
          key={sending.submittedAt}
          src={`/api/v1/projects/${id}/picture?${sending.submittedAt}`}
          alt={t('projects.picture.alt', { title })}
        />
      )}
      {mayChange && (
        <p className="quiet" id={`${input}-help`}>
          {t('projects.picture.help')}
        </p>
      )}
      {sending.isError && <ProblemAlert error={sending.error} />}
    </Section>
  );
}
