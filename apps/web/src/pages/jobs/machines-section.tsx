import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { MachineStandings } from '../../parts/file/machine-standings';
import { standingsOf } from '../../parts/file/standing';
import { Section } from './section';

/** Of a job that waits. */
export function MachinesSection({ job: { state, waiting, findings, labId } }: { job: Job }) {
  const { t } = useTranslation();
  if (state !== 'queued' || waiting === null) return null;
  return (
    <Section title={t('file.machines.title')}>
      <MachineStandings standings={standingsOf(waiting, findings)} labId={labId} />
    </Section>
  );
}
