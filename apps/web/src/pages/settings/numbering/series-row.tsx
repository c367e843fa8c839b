import { Checkbox, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { byLabField, changeOf, prefixField, type Series, type Values } from './numbering';

interface Props {
  readonly series: Series;
  readonly fields: Fields<Values>;
  /** The code of a lab, for the example; empty: no lab has one. */
  readonly labCode: string;
}

const LONGEST_PREFIX = 8;

/** One kind of document: its prefix, whether each lab counts for itself, and the next number. */
export function SeriesRow({ series, fields, labCode }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const name = t(`numbering.kinds.${series.kind}`);
  const { example } = changeOf(series, fields.values, labCode);
  return (
    <fieldset className="numbering-row" aria-labelledby={id}>
      <p className="numbering-kind" id={id}>
        {name}
      </p>
      <TextInput
        {...fields.field(prefixField(series.kind))}
        label={t('numbering.prefix')}
        aria-label={`${t('numbering.prefix')} – ${name}`}
        className="numbering-prefix"
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={LONGEST_PREFIX}
      />
      <Checkbox
        {...fields.tick(byLabField(series.kind))}
        label={t('numbering.byLab')}
        aria-label={`${t('numbering.byLab')} – ${name}`}
      />
      <p className="numbering-example">
        <span className="quiet">{t('numbering.next')}</span>{' '}
        <output data-figure aria-live="off">
          {example}
        </output>
      </p>
    </fieldset>
  );
}
