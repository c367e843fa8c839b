import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { CreditForm } from './credit-form';
import { DecisionForm } from './decision-form';
import { EditDraft } from './edit-draft';
import { IssueButton } from './issue-button';
import { MailDialog } from './mail-dialog';
import { hasXml, type PaperDetail, type Preview, TOUCHED } from './paper';

interface Props {
  readonly paper: PaperDetail;
  /** Of a draft, when it is there. */
  readonly preview: Preview | undefined;
}

/** What can be done with a document now: the server says what. */
export function DocumentActions({ paper, preview }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, kind, number, actions, state } = paper;
  const params = { path: { id } };
  const can = (action: PaperDetail['actions'][number]) => actions.includes(action);
  const open = (to: { id: string }) => void navigate(`/documents/${to.id}`);
  const version = useChange(
    () => content(api.POST('/api/v1/documents/{id}/new-version', { params })),
    TOUCHED,
    open,
  );
  return (
    <div className="document-actions">
      <div className="row">
        {(can('issue') || can('send-quote')) && preview && <IssueButton paper={paper} preview={preview} />}
        {can('decide') && (
          <DialogButton variant="filled" label={t('documents.decide')}>
            {(close) => <DecisionForm id={id} onDone={close} />}
          </DialogButton>
        )}
        {can('mail') && (
          <DialogButton
            variant={kind === 'quote' && state === 'sent' ? 'default' : 'filled'}
            label={t('documents.mail')}
            dialogSize="lg"
          >
            {(close) => <MailDialog id={id} onDone={close} />}
          </DialogButton>
        )}
        {can('edit') && (
          <DialogButton label={t('documents.editDraft')} dialogSize="lg">
            {(close) => <EditDraft paper={paper} preview={preview} onDone={close} />}
          </DialogButton>
        )}
        <a className="button" href={fileOf(paper, 'pdf')} target="_blank" rel="noopener">
          {t(number ? 'documents.pdf' : 'documents.previewPdf')}
          <span className="sr-only"> {t('documents.inNewTab')}</span>
        </a>
        {number && hasXml(kind) && (
          <a className="button" href={fileOf(paper, 'xml')} target="_blank" rel="noopener">
            {t('documents.xml')}
            <span className="sr-only"> {t('documents.inNewTab')}</span>
          </a>
        )}
        {can('new-version') && (
          <Button isBusy={version.isPending} onClick={() => version.mutate()}>
            {t('documents.newVersion')}
          </Button>
        )}
        {can('credit') && (
          <DialogButton label={t('documents.credit')} dialogSize="lg">
            {(close) => <CreditForm paper={paper} onCancel={close} onDone={open} />}
          </DialogButton>
        )}
        {can('delete') && <DeleteDraft paper={paper} />}
      </div>
      {version.isError && <ProblemAlert error={version.error} />}
    </div>
  );
}

const fileOf = ({ id, number }: PaperDetail, kind: 'pdf' | 'xml'): string =>
  number ? `/api/v1/documents/${id}/file/${kind}` : `/api/v1/documents/${id}/preview.pdf`;

function DeleteDraft({ paper: { id, prestationId } }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Confirm
      color="red"
      variant="outline"
      label={t('documents.deleteDraft')}
      act={async () => {
        await api.DELETE('/api/v1/documents/{id}', { params: { path: { id } } });
        await navigate(`/prestations/${prestationId}`);
      }}
      touches={['/api/v1/prestations']}
      onDone={() => toast(t('documents.deleted'))}
    >
      {t('documents.deleteWhat')}
    </Confirm>
  );
}
