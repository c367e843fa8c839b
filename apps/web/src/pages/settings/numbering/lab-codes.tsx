import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { SettingsSection } from '../settings-section';
import { byLabField, codeField, type Numbering, type Values } from './numbering';

interface Props {
  readonly numbering: Numbering;
  readonly labs: readonly { readonly id: string; readonly name: string }[];
  readonly fields: Fields<Values>;
}

const LONGEST_CODE = 5;

/** The codes of the labs: only where they are part of a number, or are on record. */
export function LabCodes({ numbering, labs, fields }: Props) {
  const { t } = useTranslation();
  const isByLab = numbering.series.some(({ kind }) => fields.values[byLabField(kind)] === true);
  if (!isByLab && numbering.labCodes.length === 0) return null;
  return (
    <SettingsSection title={t('numbering.labs.title')}>
      <p className="quiet">{t('numbering.labs.help')}</p>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {labs.map(({ id, name }) => (
          <TextInput
            key={id}
            {...fields.field(codeField(id))}
            label={name}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            // A document of a lab without a code could not be numbered.
            required={isByLab}
            maxLength={LONGEST_CODE}
          />
        ))}
      </SimpleGrid>
    </SettingsSection>
  );
}
