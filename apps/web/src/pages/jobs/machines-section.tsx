import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { MachineList } from '../../parts/file/machine-list';
import { judgeMachines } from '../../parts/file/machine-verdict';
import { Section } from './section';

/** Which machines can take a waiting job, and why the others cannot. */
export function MachinesSection({ job: { state, waiting, findings, labId } }: { job: Job }) {
  const { t } = useTranslation();
  if (state !== 'queued' || waiting === null) return null;
  return (
    <Section title={t('file.machines.title')}>
      <MachineList machines={judgeMachines(waiting, findings)} labId={labId} />
    </Section>
  );
}
