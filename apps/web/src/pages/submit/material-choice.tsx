import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { materialsQuery } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';

interface Props {
  readonly labId: string | undefined;
  /** Empty: the material that each file is made for. */
  readonly value: string;
  readonly change: (material: string) => void;
}

/** A choice of the lab's materials; those loaded on a machine are marked. */
export function MaterialChoice({ labId, value, change }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...materialsQuery(labId ?? ''), enabled: labId !== undefined });
  const materials = data?.items;
  const isGone =
    materials !== undefined && value !== '' && !materials.some(({ material }) => material === value);
  useEffect(() => {
    // The lab has changed, or its last spool of this material is used up: the choice is reset.
    if (isGone) change('');
  }, [isGone, change]);
  const options = (materials ?? []).map(({ material, loaded }) => ({
    value: material,
    label: loaded ? t('submit.materialLoaded', { material }) : material,
  }));
  return (
    <>
      <NativeSelect
        size="md"
        label={t('submit.material')}
        description={t('submit.materialHint')}
        value={value}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        data={[{ value: '', label: t('submit.materialOfFile') }, ...options]}
      />
      {error && <ProblemAlert error={error} retry={refetch} />}
    </>
  );
}
