import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { natureValues } from '../../api/schema';
import { formatDay } from '../format';
import type { Editing } from './editing';
import type { EditedRow } from './row';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the less common fields of a line offer. */
export interface DetailChoices {
  /** The activities that the seller's settings tax. */
  readonly activities: readonly Choice[];
  readonly stages: readonly Choice[];
}

interface Props {
  readonly row: EditedRow;
  readonly line: number;
  readonly editing: Editing;
  readonly choices: DetailChoices;
  readonly errors: ReadonlyMap<string, string>;
}

/** The less common fields of a line: what decides its VAT, when the work was done, its stage, and what the price is for. */
export function RowDetails({ row, line, editing, choices, errors }: Props) {
  const { t } = useTranslation();
  const isTyped = row.kind === 'typed' || row.kind === 'article';
  const change = (name: keyof EditedRow) => (event: { currentTarget: { value: string } }) =>
    editing.change(row.key, { [name]: event.currentTarget.value });
  const label = (name: 'basis' | 'activity' | 'nature' | 'servedOn' | 'stage') => t(`lineEditor.${name}`);
  return (
    <fieldset className="row-fields">
      <legend>{t('lineEditor.details', { line })}</legend>
      {isTyped && (
        <>
          <Labelled label={label('activity')} error={errors.get('activity')}>
            <select value={row.activity} onChange={change('activity')}>
              {withValue(choices.activities, row.activity).map(option)}
            </select>
          </Labelled>
          <Labelled label={label('nature')} error={errors.get('nature')}>
            <select value={row.nature} onChange={change('nature')}>
              {natureValues.map((value) => option({ value, label: t(`lineEditor.${value}`) }))}
            </select>
          </Labelled>
        </>
      )}
      {(isTyped || row.kind === 'machine-time') && (
        <>
          <Labelled label={label('basis')} error={errors.get('basis')}>
            <input type="text" inputMode="numeric" value={row.basis} onChange={change('basis')} />
          </Labelled>
          <Labelled label={label('servedOn')} error={errors.get('servedOn')}>
            <input type="date" value={row.servedOn} onChange={change('servedOn')} />
          </Labelled>
        </>
      )}
      {choices.stages.length > 0 && (
        <Labelled label={label('stage')} error={errors.get('stageId')}>
          <select value={row.stageId} onChange={change('stageId')}>
            {[{ value: '', label: t('lineEditor.noStage') }, ...choices.stages].map(option)}
          </select>
        </Labelled>
      )}
      {row.kind === 'print' && <p>{formatDay(row.servedOn)}</p>}
      {row.details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </fieldset>
  );
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** The choices, and what the row has, should it be none of them. */
const withValue = (choices: readonly Choice[], value: string): readonly Choice[] =>
  choices.some((each) => each.value === value) ? choices : [{ value, label: value }, ...choices];

interface LabelledProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}
const Labelled = ({ label, error, children }: LabelledProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
  <label>
    <span>{label}</span>
    {children}
    {error && <em>{error}</em>}
  </label>
);
