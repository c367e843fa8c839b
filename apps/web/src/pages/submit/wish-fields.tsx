import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useLab } from '../../frame/lab-choice';
import { ProblemAlert } from '../../parts/problem-alert';
import { useMaterials } from './use-materials';

/** As typed: a quantity that is not a number yet stays as it is until it is one. */
export interface Typed {
  readonly material: string;
  readonly quantity: string;
  readonly groupId: string;
}

export const quantityOf = ({ quantity }: Typed): number | undefined => {
  const value = Number(quantity);
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : undefined;
};

/** Where, of what, how many, and for whom. */
export function WishFields({ typed, change }: { typed: Typed; change: (typed: Typed) => void }) {
  const { t } = useTranslation();
  const { labs, lab, choose } = useLab();
  const materials = useMaterials();
  const list = useId();
  const set = (part: Partial<Typed>) => change({ ...typed, ...part });
  return (
    <Fieldset legend={t('submit.options')}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 1 }}>
        <NativeSelect
          size="md"
          label={t('submit.lab')}
          value={lab?.id}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <GroupChoice value={typed.groupId} change={(groupId) => set({ groupId })} />
        <TextInput
          size="md"
          label={t('submit.material')}
          description={t('submit.materialHint')}
          value={typed.material}
          maxLength={40}
          list={list}
          autoComplete="off"
          onChange={({ currentTarget }) => set({ material: currentTarget.value })}
        />
        <datalist id={list}>
          {materials.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextInput
          size="md"
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          label={t('submit.quantity')}
          description={t('submit.quantityHint')}
          error={quantityOf(typed) === undefined && t('submit.quantityWrong')}
          value={typed.quantity}
          onChange={({ currentTarget }) => set({ quantity: currentTarget.value })}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

/** Offered only to those who lead a group. */
function GroupChoice({ value, change }: { value: string; change: (groupId: string) => void }) {
  const { t } = useTranslation();
  const groups = useQuery({
    queryKey: ['me', 'groups'],
    queryFn: () => content(api.GET('/api/v1/me/groups')),
    staleTime: 60_000,
  });
  if (groups.error) return <ProblemAlert error={groups.error} retry={() => groups.refetch()} />;
  const led = (groups.data?.items ?? []).filter(({ leads, archivedAt }) => leads && archivedAt === null);
  if (led.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      label={t('submit.forWhom')}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      data={[
        { value: '', label: t('submit.forMe') },
        ...led.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
