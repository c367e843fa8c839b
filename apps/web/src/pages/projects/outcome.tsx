import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { type Project, TOUCHED } from './project';
import { type PartProps, Section } from './section';

/** What came of a project, for the report. */
export function Outcome({ project, mayChange }: PartProps<Project>) {
  const { t } = useTranslation();
  const { id, version, outcome } = project;
  return (
    <Section
      title={t('projects.outcome.title')}
      actions={
        mayChange && (
          <DialogButton label={t(outcome ? 'projects.outcome.change' : 'projects.outcome.write')}>
            {(close) => (
              <Form
                initial={{ outcome: outcome ?? '' }}
                send={(typed) =>
                  content(
                    api.PATCH('/api/v1/projects/{id}', {
                      params: { path: { id } },
                      body: { version, outcome: orNull(typed.outcome) },
                    }),
                  )
                }
                touches={TOUCHED}
                onDone={close}
                onCancel={close}
                submit={t('common.save')}
              >
                {({ field }) => (
                  <Textarea
                    {...field('outcome')}
                    label={t('projects.outcome.title')}
                    {...{ maxLength: 4000, autosize: true, minRows: 4 }}
                  />
                )}
              </Form>
            )}
          </DialogButton>
        )
      }
    >
      {outcome ? (
        <Text className="typed project-text">{outcome}</Text>
      ) : (
        <p className="quiet">{t('projects.outcome.none')}</p>
      )}
    </Section>
  );
}
