import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { FindingList } from '../../parts/file/finding-list';
import { Section } from './section';

export function FindingsSection({ job: { analysis, findings, labId } }: { job: Job }) {
  const { t } = useTranslation();
  if (!analysis) return null;
  return (
    <Section title={t('file.findings.title')}>
      <FindingList findings={findings} labId={labId} />
    </Section>
  );
}
