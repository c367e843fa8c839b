import { SimpleGrid, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { demandDecimal } from '../../../parts/decimal';
import { Form } from '../../../parts/form/form';
import type { Usage } from './file-figures';

const USUAL = { hours: '2', grams: '50', material: 'PLA' };

/** Hours and grams, typed. */
export function TypedFigures({ onFigures }: { onFigures: (usage: Usage) => void }) {
  const { t } = useTranslation();
  const usageOf = async ({ hours, grams, material }: typeof USUAL): Promise<Usage> => ({
    seconds: Math.round(demandDecimal('hours', hours) * 3600),
    materials: [{ material, milligrams: Math.round(demandDecimal('grams', grams) * 1000) }],
  });
  return (
    <>
      <Title order={3} size="h4" mb="xs">
        {t('tariffs.typed.title')}
      </Title>
      <Form
        initial={USUAL}
        send={usageOf}
        touches={[]}
        onDone={onFigures}
        submit={t('tariffs.typed.calculate')}
      >
        {({ field }) => (
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput {...field('hours')} label={t('tariffs.typed.hours')} inputMode="decimal" required />
            <TextInput {...field('grams')} label={t('tariffs.typed.grams')} inputMode="decimal" required />
            <TextInput {...field('material')} label={t('tariffs.typed.material')} maxLength={40} />
          </SimpleGrid>
        )}
      </Form>
    </>
  );
}
