import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/i18n';
import type { Fields } from '../../../parts/form/form';
import { formatNumber } from '../../../parts/format';
import { numberIn, type TypedWeights, type Weight } from './typed-weights';

interface Props {
  readonly weight: Weight;
  readonly field: ReturnType<Fields<TypedWeights>['field']>;
  readonly onReset: () => void;
}

const DIGITS = 2;

/** One weight: what it does in a sentence, its unit, its bounds, and its default. */
export function WeightField({ weight, field, onReset }: Props) {
  const { t } = useTranslation();
  const { name, unit, min, max, step } = weight;
  const words = { name: t(`queue-rules.weight.${name}.name`), value: formatNumber(weight.default, DIGITS) };
  const isDefault = [weight.default, null].includes(numberIn(weight, field.value) ?? null);
  const bounds = {
    min: formatNumber(min, DIGITS),
    max: formatNumber(max, DIGITS),
    unit: t(`queue-rules.unit.${unit}`),
    value: words.value,
  };
  return (
    <div className="queue-weight">
      <NumberInput
        {...field}
        label={words.name}
        description={`${t(`queue-rules.weight.${name}.help`)} ${t('queue-rules.rules.bounds', bounds)}`}
        {...{ min, max, step }}
        hideControls
        clampBehavior="none"
        decimalSeparator={currentLanguage() === 'fr' ? ',' : '.'}
        allowedDecimalSeparators={[',', '.']}
        decimalScale={DIGITS}
        maw="40rem"
      />
      {!isDefault && (
        <button
          type="button"
          className="link-button"
          aria-label={t('queue-rules.rules.resetOf', words)}
          onClick={onReset}
        >
          {t('queue-rules.rules.reset', words)}
        </button>
      )}
    </div>
  );
}
