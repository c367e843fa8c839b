import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Definition, nameOf } from '../activity/indicators';
import { periodName } from '../activity/periods';
import type { EditedIndicator } from './edited';
import { ParameterField } from './parameter-field';

interface Props {
  readonly indicator: EditedIndicator;
  readonly periods: readonly string[];
  readonly definitions: readonly Definition[];
  readonly onChange: (next: EditedIndicator) => void;
  readonly onRemove: () => void;
}

/** One indicator: which one, what narrows it, and its targets. */
export function IndicatorFields({ indicator, periods, definitions, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const definition = definitions.find(({ code }) => code === indicator.indicator);
  const name = definition ? nameOf(definition) : indicator.indicator;
  const set = (change: Partial<EditedIndicator>) => onChange({ ...indicator, ...change });
  return (
    <div className="conventions-indicator">
      <div className="conventions-fields">
        <NativeSelect
          label={t('conventions.objectives.indicator')}
          value={indicator.indicator}
          onChange={({ currentTarget: { value } }) => set({ indicator: value, parameters: {} })}
          data={definitions.map((each) => ({ value: each.code, label: nameOf(each) }))}
        />
        {definition?.parameters.map((parameter) => (
          <ParameterField
            key={parameter}
            parameter={parameter}
            value={indicator.parameters[parameter] ?? ''}
            onChange={(value) => set({ parameters: { ...indicator.parameters, [parameter]: value } })}
          />
        ))}
      </div>
      <details open={Object.keys(indicator.targets).length > 0}>
        <summary>{t('conventions.objectives.targets')}</summary>
        <div className="conventions-fields">
          {periods.map((period) => (
            <TextInput
              key={period}
              label={t('conventions.objectives.targetIn', { period: periodName(period) })}
              inputMode="decimal"
              rightSection={
                definition?.unit === 'cents' ? '€' : definition?.unit === 'percent' ? '%' : undefined
              }
              value={indicator.targets[period] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                set({ targets: { ...indicator.targets, [period]: value } })
              }
            />
          ))}
        </div>
      </details>
      <Button
        variant="default"
        size="compact-sm"
        className="touch conventions-add"
        aria-label={t('conventions.objectives.removeIndicator', { name })}
        onClick={onRemove}
      >
        {t('conventions.instalments.remove')}
      </Button>
    </div>
  );
}
