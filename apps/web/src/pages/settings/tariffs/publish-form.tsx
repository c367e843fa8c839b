import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { todayInParis } from '../today';
import { DraftInWords } from './draft-in-words';
import { GroupFields } from './group-fields';
import { MaterialNames } from './material-names';
import { copiedToAll, GROUPS, type RateValues, ratesOf, typedIn, valuesOf } from './rates';

type Tariff = Schemas['Tariff'];

interface Props {
  /** The tariff that gets new prices; absent: a new tariff. */
  readonly tariff?: Tariff;
  readonly onDone: (tariff: Tariff) => void;
  readonly onCancel: () => void;
}

/** Publishes prices. A published version never changes: other prices are another version. */
export function PublishForm({ tariff, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const before = tariff?.version.rates;
  const today = todayInParis();
  const initial = { ...valuesOf(before), name: tariff?.name ?? '', inForceFrom: today };
  const send = (values: RateValues) => {
    const body = { name: typedIn(values, 'name'), rates: ratesOf(values, before) };
    // A new tariff begins at once.
    const inForceFrom = tariff && typedIn(values, 'inForceFrom');
    return content(api.POST('/api/v1/tariffs', { body: { ...body, ...(inForceFrom && { inForceFrom }) } }));
  };
  return (
    <Form<RateValues, Tariff>
      initial={initial}
      send={send}
      touches={['/api/v1/tariffs']}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('tariffs.form.publish')}
      draft={`tariff-${tariff?.id ?? 'new'}`}
    >
      {(fields) => (
        <>
          {tariff ? (
            <TextInput
              {...fields.field('inForceFrom')}
              type="date"
              min={today}
              label={t('tariffs.form.from')}
              description={t('tariffs.form.fromHelp')}
              required
            />
          ) : (
            <TextInput
              {...fields.field('name')}
              label={t('tariffs.form.name')}
              description={t('tariffs.form.nameHelp')}
              required
              maxLength={80}
            />
          )}
          <Text size="sm" className="quiet">
            {t('tariffs.form.net')}
          </Text>
          <MaterialNames fields={fields} />
          {GROUPS.map((group, place) => (
            <GroupFields
              key={group}
              group={group}
              fields={fields}
              onCopy={place === 0 ? () => fields.set(copiedToAll(fields.values, group)) : undefined}
              isNamed={(slotName) => typedIn(fields.values, slotName).trim() !== ''}
            />
          ))}
          <DraftInWords values={fields.values} before={before} />
        </>
      )}
    </Form>
  );
}
