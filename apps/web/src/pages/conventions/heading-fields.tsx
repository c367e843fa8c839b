import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Typed } from '../../parts/form/draft';
import type { Fields } from '../../parts/form/form';

interface Heading extends Typed {
  title: string;
  parties: string;
  startsOn: string;
  endsOn: string;
}

/** What a convention is called, between whom it is, and how long it lasts. */
export function HeadingFields<Values extends Heading>({ field }: Pick<Fields<Values>, 'field'>) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t('conventions.name')} {...field('title')} maxLength={160} required />
      <Textarea
        label={t('conventions.parties')}
        description={t('conventions.partiesHelp')}
        {...field('parties')}
        autosize
        minRows={3}
        required
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t('conventions.startsOn')} {...field('startsOn')} required />
        <TextInput type="date" label={t('conventions.endsOn')} {...field('endsOn')} required />
      </SimpleGrid>
    </>
  );
}
