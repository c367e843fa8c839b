import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FigureList } from '../../parts/file/figure-list';
import { figuresOf } from '../../parts/file/figures';
import { FindingList } from '../../parts/file/finding-list';
import { MachineList } from '../../parts/file/machine-list';
import { judgeMachines } from '../../parts/file/machine-verdict';
import { Loading } from '../../parts/loading';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { ApprovalNote } from './approval-note';
import { Estimate } from './estimate';
import { ExpectedStart } from './expected-start';
import { Folding, Part } from './folding';
import { gistOfFindings, gistOfMachines } from './gists';
import { MaterialNote } from './material-note';
import { PaymentNote } from './payment-note';
import { type Preview, previewQuery, type SubmissionRequest, type Upload } from './queries';

interface Props {
  readonly upload: Upload;
  readonly request: SubmissionRequest;
  readonly decide: (insteadOf: string) => void;
  /** True: findings and machines are open at first. */
  readonly isOpen: boolean;
}

/** The result if a file were submitted now: its figures, its price, the findings and the machines. */
export function UploadPreview({ upload, request, decide, isOpen }: Props) {
  const { t } = useTranslation();
  const preview = useQuery(previewQuery(upload.id, request));
  const figures = figuresOf(preview.data?.analysis ?? upload.analysis, request.material || null, t);
  return (
    <>
      <FigureList figures={figures} />
      {preview.error && <ProblemAlert error={preview.error} retry={() => preview.refetch()} />}
      {preview.isPending && <Loading />}
      {preview.data && !preview.error && (
        <Stack gap="md" aria-busy={preview.isPlaceholderData}>
          <MaterialNote preview={preview.data} request={request} decide={decide} />
          <Outlook preview={preview.data} request={request} isOpen={isOpen} />
        </Stack>
      )}
    </>
  );
}

interface OutlookProps extends Pick<Props, 'request' | 'isOpen'> {
  readonly preview: Preview;
}

function Outlook({ preview, request, isOpen }: OutlookProps) {
  const { labId, quantity } = request;
  const { findings, machines, price, notices } = preview;
  const { t } = useTranslation();
  const judged = judgeMachines(machines, findings);
  const isHopeless = judged.length > 0 && judged.every(({ verdict }) => verdict === 'never');
  return (
    <Stack gap="md">
      <Part title={t('file.cost.expected')}>
        <Estimate price={price} quantity={quantity} />
      </Part>
      <Part title={t('file.start.title')}>
        <ExpectedStart preview={preview} request={request} />
      </Part>
      <PaymentNote payment={preview.payment} />
      <ApprovalNote approval={preview.approval} />
      {notices.map(({ code, what, cure }) => (
        <Notice key={code} title={what}>
          <Text size="sm">{cure}</Text>
        </Notice>
      ))}
      {isHopeless && (
        <Notice tone="bad" title={t('submit.hopeless')}>
          <Text size="sm">{t('submit.hopelessCure')}</Text>
        </Notice>
      )}
      <Folding title={t('file.findings.title')} gist={gistOfFindings(findings, t)} isOpen={isOpen}>
        <FindingList findings={findings} labId={labId} />
      </Folding>
      <Folding title={t('file.machines.title')} gist={gistOfMachines(judged, t)} isOpen={isOpen}>
        <MachineList machines={judged} labId={labId} />
      </Folding>
    </Stack>
  );
}
