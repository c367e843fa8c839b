import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXEMPTIONS, type Exemption, MOTIVES } from './defaults';

interface Props {
  readonly value: Exemption;
  readonly onChange: (change: Partial<Exemption>) => void;
  /** Offers the usual reasons: not where the category alone decides. */
  readonly hasMotives: boolean;
}

/** Why no VAT is charged: a usual reason, or another one with its own sentence and code. */
export function ExemptionFields({ value, onChange, hasMotives }: Props) {
  const { t } = useTranslation();
  const motive = MOTIVES.find((each) => EXEMPTIONS[each].exemptionCode === value.exemptionCode) ?? '';
  return (
    <>
      {hasMotives && (
        <NativeSelect
          label={t('seller.motive')}
          value={motive}
          onChange={({ currentTarget }) => {
            const chosen = MOTIVES.find((each) => each === currentTarget.value);
            onChange(chosen ? EXEMPTIONS[chosen] : { exemptionCode: '', exemptionText: '' });
          }}
          data={[
            ...MOTIVES.map((each) => ({ value: each, label: t(`seller.motives.${each}`) })),
            { value: '', label: t('seller.motives.other') },
          ]}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('seller.field.exemptionText')}
          value={value.exemptionText}
          onChange={({ currentTarget }) => onChange({ exemptionText: currentTarget.value })}
          required
          maxLength={500}
        />
        <TextInput
          label={t('seller.field.exemptionCode')}
          description={t('seller.codeHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value.exemptionCode}
          onChange={({ currentTarget }) => onChange({ exemptionCode: currentTarget.value })}
          required
          maxLength={60}
        />
      </SimpleGrid>
    </>
  );
}
