import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FigureList } from '../../parts/file/figure-list';
import { figuresOf } from '../../parts/file/figures';
import { FindingList } from '../../parts/file/finding-list';
import { MachineStandings } from '../../parts/file/machine-standings';
import { standingsOf } from '../../parts/file/standing';
import { Loading } from '../../parts/loading';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { Estimate } from './estimate';
import { Folding, Part } from './folding';
import { gistOfFindings, gistOfMachines } from './gists';
import { MaterialNote } from './material-note';
import { type Preview, previewQuery, type Upload, type Wish } from './queries';

interface Props {
  readonly upload: Upload;
  readonly wish: Wish;
  readonly decide: (insteadOf: string) => void;
  readonly quantity: number;
  /** Whether what was found and who can make it is unfolded at first. */
  readonly isOpen: boolean;
}

/** What would become of a file if it were submitted now: its figures, its price, what was found, and who can make it. */
export function UploadPreview({ upload, wish, decide, quantity, isOpen }: Props) {
  const { t } = useTranslation();
  const preview = useQuery(previewQuery(upload.id, wish));
  const figures = figuresOf(preview.data?.analysis ?? upload.analysis, wish.material || null, t);
  return (
    <>
      <FigureList figures={figures} />
      {preview.error && <ProblemAlert error={preview.error} retry={() => preview.refetch()} />}
      {preview.isPending && <Loading />}
      {preview.data && !preview.error && (
        <Stack gap="md" aria-busy={preview.isPlaceholderData}>
          <MaterialNote preview={preview.data} wish={wish} decide={decide} />
          <Outlook preview={preview.data} labId={wish.labId} quantity={quantity} isOpen={isOpen} />
        </Stack>
      )}
    </>
  );
}

interface OutlookProps extends Pick<Props, 'quantity' | 'isOpen'> {
  readonly preview: Preview;
  readonly labId: string;
}

function Outlook({ preview, labId, quantity, isOpen }: OutlookProps) {
  const { findings, machines, price, notices } = preview;
  const { t } = useTranslation();
  const standings = standingsOf(machines, findings);
  const isHopeless = standings.length > 0 && standings.every(({ standing }) => standing === 'never');
  return (
    <Stack gap="md">
      <Part title={t('file.cost.expected')}>
        <Estimate price={price} quantity={quantity} />
      </Part>
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
      <Folding title={t('file.machines.title')} gist={gistOfMachines(standings, t)} isOpen={isOpen}>
        <MachineStandings standings={standings} labId={labId} />
      </Folding>
    </Stack>
  );
}
