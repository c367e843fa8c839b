import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { type Job, materialsQuery } from '../../api/queries';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Confirm } from '../../parts/confirm';
import { ProblemAlert } from '../../parts/problem-alert';
import { Section } from './section';

const ABOUT_MATERIAL = ['WAITS.OTHER_MATERIAL', 'WAITS.OTHER_HEAT', 'WAITS.MATERIAL_UNDECIDED'];

const isHeldByMaterial = ({ waiting }: Job): boolean =>
  waiting?.some(({ reasons }) => reasons.some(({ code }) => ABOUT_MATERIAL.includes(code))) ?? false;

/** For a job that waits for its material: people who may decide choose the material to print it in. */
export function MaterialSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const me = useMe();
  const mayDecide = job.memberId === me.member.id || holdsIn(me, job.labId, ...LAB_STAFF);
  const isShown = mayDecide && job.state === 'queued' && isHeldByMaterial(job);
  const { data, error, refetch } = useQuery({ ...materialsQuery(job.labId), enabled: isShown });
  if (!isShown) return null;
  const { fileMaterial, material } = job;
  const isOfFile = (name: string) => name.toUpperCase() === (material ?? fileMaterial ?? '').toUpperCase();
  const others = (data?.items ?? []).filter(
    (each) => !isOfFile(each.material) || (material !== null && !job.insteadOf),
  );
  return (
    <Section title={t('jobs.material.title')}>
      <Text>
        {fileMaterial ? t('jobs.material.file', { file: fileMaterial }) : t('jobs.material.unknown')}{' '}
        {material && t('jobs.material.asked', { material })}
      </Text>
      {error && <ProblemAlert error={error} retry={refetch} />}
      <Group mt="xs">
        {material !== null && <Choice job={job} material={null} />}
        {others.map((each) => (
          <Choice key={each.material} job={job} material={each.material} />
        ))}
      </Group>
    </Section>
  );
}

/** @param material null: the material that the file is made for */
function Choice({ job, material }: { job: Job; material: string | null }) {
  const { t } = useTranslation();
  const { id, fileMaterial: file } = job;
  const choose = () => {
    const params = { path: { id } };
    const body = material === null ? {} : { material, ...(file && { insteadOf: file }) };
    return content(api.POST('/api/v1/jobs/{id}/material', { params, body }));
  };
  const label = material === null ? t('jobs.material.ofFile') : t('jobs.material.choose', { material });
  return (
    <Confirm label={label} act={choose} touches={['/api/v1/jobs']}>
      <Text>
        {material === null || !file
          ? t('jobs.material.plain')
          : t('jobs.material.really', { file, material })}
      </Text>
    </Confirm>
  );
}
