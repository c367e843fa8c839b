import { NativeSelect, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { FileFiguresChoice } from './file-choice';
import type { FileFigures, Usage } from './file-figures';
import { PriceCards } from './price-cards';
import { TypedFigures } from './typed-figures';
import { UsageLine } from './usage-line';

type Tariff = Schemas['Tariff'];
/** Figures that were typed, or those of a file. */
type Asked = Usage & Partial<FileFigures>;

const calculate = ({ tariffId, usage }: { tariffId: string; usage: Usage }) => {
  const { seconds, materials } = usage;
  return content(
    api.POST('/api/v1/tariffs/calculation', { body: { tariffId, seconds, materials: [...materials] } }),
  );
};

/** What a print would cost each group, side by side: of a file, or of typed figures. */
export function Calculator({ tariffs }: { tariffs: readonly Tariff[] }) {
  const { t } = useTranslation();
  const [tariffId, setTariffId] = useState(
    (tariffs.find(({ standard }) => standard) ?? tariffs[0])?.id ?? '',
  );
  const [asked, setAsked] = useState<Asked>();
  const prices = useChange(calculate, []);
  const show = (usage: Asked) => {
    setAsked((before) => {
      if (before?.picture && before.picture !== usage.picture) URL.revokeObjectURL(before.picture);
      return usage;
    });
    prices.mutate({ tariffId, usage });
  };
  const choose = (id: string) => {
    setTariffId(id);
    if (asked) prices.mutate({ tariffId: id, usage: asked });
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby="calculator">
      <Title order={2} size="h3" id="calculator">
        {t('tariffs.calculator.title')}
      </Title>
      <Text className="quiet" maw="65ch">
        {t('tariffs.calculator.intro')}
      </Text>
      {tariffs.length > 1 && (
        <NativeSelect
          label={t('tariffs.one')}
          maw="20rem"
          value={tariffId}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={tariffs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Paper withBorder p="md">
          <FileFiguresChoice onFigures={show} />
        </Paper>
        <Paper withBorder p="md">
          <TypedFigures onFigures={show} />
        </Paper>
      </SimpleGrid>
      <div aria-live="polite">
        {asked && <UsageLine usage={asked} />}
        {prices.isPending && <Loading />}
        {prices.isError && <ProblemAlert error={prices.error} />}
        {prices.data && <PriceCards prices={prices.data.items} />}
      </div>
    </Stack>
  );
}
