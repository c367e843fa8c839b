import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import type { Wishes } from '../../parts/wishes/wishes';
import { type ForWhom, ME } from './for-whom';
import { ForWhomFields } from './for-whom-fields';
import { MaterialChoice } from './material-choice';
import { MoreChoices } from './more-choices';
import { OtherLabs } from './other-labs';

/** The typed values: a quantity stays as typed while it is not a number. */
export interface Typed {
  readonly material: string;
  readonly quantity: string;
  readonly forWhom: ForWhom;
  readonly wishes: Wishes;
  /** Other labs that may print it. */
  readonly otherLabIds: readonly string[];
}

export const quantityOf = ({ quantity }: Typed): number | undefined => {
  const value = Number(quantity);
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : undefined;
};

interface Props {
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
  /** True when the form was submitted before it was chosen for whom. */
  readonly isMissing: boolean;
}

/** The lab, the material, the quantity, and for whom. */
export function SubmissionFields({ typed, change, isMissing }: Props) {
  const { t } = useTranslation();
  const { labs, lab, choose } = useLab();
  const set = (part: Partial<Typed>) => change({ ...typed, ...part });
  return (
    <Fieldset legend={t('submit.options')}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 1 }}>
        <NativeSelect
          size="md"
          label={t('submit.lab')}
          value={lab?.id}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value);
            // Another lab has other groups, members, colours and machines.
            set({ forWhom: ME, otherLabIds: [], wishes: { ...typed.wishes, colour: '', tags: [] } });
          }}
          data={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {typed.forWhom.kind === 'me' && (
          <OtherLabs value={typed.otherLabIds} change={(otherLabIds) => set({ otherLabIds })} />
        )}
        {lab && (
          <ForWhomFields
            labId={lab.id}
            value={typed.forWhom}
            change={(forWhom) => set({ forWhom, otherLabIds: [] })}
            isMissing={isMissing}
          />
        )}
        <MaterialChoice labId={lab?.id} value={typed.material} change={(material) => set({ material })} />
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
      {lab && (
        <MoreChoices
          labId={lab.id}
          material={typed.material}
          wishes={typed.wishes}
          change={(wishes) => set({ wishes: { ...typed.wishes, ...wishes } })}
        />
      )}
    </Fieldset>
  );
}
