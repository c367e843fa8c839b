import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { parseDecimal } from '../../parts/decimal';
import { Form } from '../../parts/form';
import { formatNumber } from '../../parts/format';
import { type Spool, signedGrams } from './material';

/** Somebody weighed the spool: what is missing or too much becomes a movement with their note. */
export function CorrectSpool({ spool, onDone }: { spool: Spool; onDone: () => void }) {
  const { t } = useTranslation();
  const [weighed, setWeighed] = useState('');
  const [tare, setTare] = useState('0');
  const difference = differenceOf(parseDecimal(weighed), parseDecimal(tare), spool.gramsLeft);
  const send = async (note: string) => {
    if (!difference) throw new Problem('FORM.SAME', t('spools.correction.same'), '');
    const body = { grams: difference, note };
    await content(api.POST('/api/v1/spools/{id}/corrections', { params: { path: { id: spool.id } }, body }));
  };
  return (
    <Form
      send={(values) => send(values('note'))}
      touches={[
        ['spools', spool.labId],
        ['spool', spool.id],
      ]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('spools.correction.save')}
    >
      {() => (
        <>
          <Text>{t('spools.correction.known', { grams: formatNumber(spool.gramsLeft, 1) })}</Text>
          <Group grow align="flex-start">
            <TextInput
              label={t('spools.correction.weighed')}
              value={weighed}
              onChange={(event) => setWeighed(event.currentTarget.value)}
              inputMode="decimal"
              required
              data-autofocus
              error={weighed !== '' && parseDecimal(weighed) === undefined && t('parts.notANumber')}
            />
            <TextInput
              label={t('spools.correction.tare')}
              description={t('spools.correction.tareHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={tare}
              onChange={(event) => setTare(event.currentTarget.value)}
              inputMode="decimal"
              required
              error={parseDecimal(tare) === undefined && t('parts.notANumber')}
            />
          </Group>
          <Text role="status" fw={600} mih="1.6em">
            {difference === undefined
              ? ''
              : difference === 0
                ? t('spools.correction.same')
                : t('spools.correction.difference', { grams: signedGrams(difference) })}
          </Text>
          <TextInput
            name="note"
            label={t('spools.correction.note')}
            description={t('spools.correction.noteHelp')}
            defaultValue={t('spools.correction.noteValue')}
            required
            minLength={3}
            maxLength={200}
          />
        </>
      )}
    </Form>
  );
}

/** To the tenth of a gram, as scales say it. */
function differenceOf(weighed: number | undefined, tare: number | undefined, known: number) {
  if (weighed === undefined || tare === undefined) return undefined;
  const difference = weighed - tare - known;
  return Math.abs(difference) < 0.05 ? 0 : Math.round(difference * 1000) / 1000;
}
