import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/problem-alert';
import { activitiesOf, sellerQuery } from './billing';

/** A choice where the seller’s settings list what they can tax; else words, with theirs offered. */
export function ActivityField({ fault }: { fault: string | undefined }) {
  const { t } = useTranslation();
  const seller = useQuery(sellerQuery);
  const { known, isClosed } = seller.data ? activitiesOf(seller.data) : { known: [], isClosed: false };
  const words = {
    name: 'activity',
    label: t('prestations.line.activity'),
    description: t('prestations.line.activityHelp'),
    error: fault,
    required: true,
  };
  return (
    <>
      {seller.isError && <ProblemAlert error={seller.error} retry={() => void seller.refetch()} />}
      {seller.data === null && <Text fw={600}>{t('prestations.line.noSeller')}</Text>}
      {isClosed ? (
        <NativeSelect {...words} data={known} />
      ) : (
        <>
          <TextInput
            {...words}
            key={known[0]}
            defaultValue={known[0]}
            list="activities"
            maxLength={60}
            autoComplete="off"
          />
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
