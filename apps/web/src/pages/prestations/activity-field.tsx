import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../parts/form/form';
import { activitiesOf, type Seller } from './billing';

interface Props extends Pick<Fields<{ activity: string }>, 'field'> {
  /** Null when the seller's settings are missing. */
  readonly seller: Seller | null;
}

/** A list when the seller’s settings define taxed activities; else free text with suggestions. */
export function ActivityField({ seller, field }: Props) {
  const { t } = useTranslation();
  const { known, isClosed } = seller ? activitiesOf(seller) : { known: [], isClosed: false };
  const words = {
    ...field('activity'),
    label: t('prestations.line.activity'),
    description: t('prestations.line.activityHelp'),
    required: true,
  };
  return (
    <>
      {seller === null && <Text fw={600}>{t('prestations.line.noSeller')}</Text>}
      {isClosed ? (
        <NativeSelect {...words} data={known} />
      ) : (
        <>
          <TextInput {...words} list="activities" maxLength={60} autoComplete="off" />
          <datalist id="activities">
            {known.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      )}
    </>
  );
}
