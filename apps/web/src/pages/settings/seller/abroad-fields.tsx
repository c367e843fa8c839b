import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CASE_WORDINGS, CASES } from './defaults';
import { type FieldsProps, TextField } from './text-field';
import { CASE_FIELDS } from './values';

/** What documents say for clients abroad and for subcontracting, and when each sentence is used. */
export function AbroadFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { values, set } = fields;
  const empty = CASES.filter((each) => values[CASE_FIELDS[each]].trim() === '');
  const fill = () => set(Object.fromEntries(empty.map((each) => [CASE_FIELDS[each], CASE_WORDINGS[each]])));
  return (
    <details className="seller-part">
      <summary>{t('seller.abroad.title')}</summary>
      <Stack mt="xs">
        <p className="quiet seller-help">{t('seller.abroad.help')}</p>
        {CASES.map((each) => (
          <TextField
            key={each}
            fields={fields}
            name={CASE_FIELDS[each]}
            description={t(`seller.abroad.${CASE_FIELDS[each]}`)}
            maxLength={500}
          />
        ))}
        {empty.length > 0 && (
          <Button variant="default" className="touch" mr="auto" onClick={fill}>
            {t('seller.abroad.fill')}
          </Button>
        )}
      </Stack>
    </details>
  );
}
