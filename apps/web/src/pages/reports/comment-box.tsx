import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { type Report, TOUCHED } from './report';

interface Props {
  readonly report: Report;
  /** `intro`, `objective-<id>` or `indicator-<id>`. */
  readonly commentKey: string;
  /** What it is about. */
  readonly name: string;
  readonly text: string | null;
  /** True: it is a part of the page of its own, with a heading. */
  readonly isSection?: boolean;
}

/** What staff wrote beside a part of a report, with a button to change it while the report is a draft. */
export function CommentBox({ report, commentKey, name, text, isSection = false }: Props) {
  const { t } = useTranslation();
  if (text === null && (!report.mayComment || !isSection)) return null;
  const paragraphs = (text ?? '').split('\n').filter((line) => line !== '');
  const shown = paragraphs.map((paragraph) => (
    <p key={paragraph} className="reports-comment">
      {paragraph}
    </p>
  ));
  const edit = report.mayComment && <EditComment {...{ report, commentKey, name, text }} />;
  if (isSection)
    return (
      <section className="activity-card" aria-label={name}>
        <div className="conventions-head">
          <h2>{name}</h2>
          {edit}
        </div>
        {shown}
      </section>
    );
  return (
    <div className="reports-commented">
      <p className="reports-label">{t('reports.commentOf', { name })}</p>
      {shown}
      {edit}
    </div>
  );
}

interface EditProps extends Omit<Props, 'isSection'> {
  /** What the button says; what it does, if left out. */
  readonly label?: string;
}

/** Opens the comment in a dialog. */
export function EditComment({ report, commentKey, name, text, label }: EditProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const version = report.comments.find(({ key }) => key === commentKey)?.version ?? 0;
  const { id } = report;
  // What the button shows is a part of its name.
  const spoken = label === undefined || name.includes(label) ? name : `${label}, ${name}`;
  return (
    <DialogButton
      label={label ?? t(text === null ? 'reports.write' : 'reports.edit')}
      size={label === undefined ? undefined : 'compact-sm'}
      aria-label={t(text === null ? 'reports.writeOf' : 'reports.editOf', { name: spoken })}
      title={t('reports.commentOf', { name })}
      dialogSize="lg"
    >
      {(close) => (
        <Form
          initial={{ text: text ?? '' }}
          send={(values) =>
            content(
              api.PUT('/api/v1/reports/{id}/comments/{key}', {
                params: { path: { id, key: commentKey } },
                body: { text: values.text, version },
              }),
            )
          }
          touches={TOUCHED}
          onDone={() => {
            toast(t('reports.saved'));
            close();
          }}
          onCancel={close}
          submit={t('reports.save')}
          draft={`report-${id}-${commentKey}`}
        >
          {({ field }) => (
            <Textarea label={name} {...field('text')} autosize minRows={5} maxRows={16} maxLength={4000} />
          )}
        </Form>
      )}
    </DialogButton>
  );
}
