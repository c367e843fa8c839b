import { Group, Text, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Spool } from '../../api/queries';
import { parseDecimal } from '../../parts/decimal';
import { Form } from '../../parts/form/form';
import { formatNumber } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';
import { signedGrams } from './material';

/** Records a weighing of the spool: the difference becomes a movement with a note. */
export function CorrectSpool({ spool, onDone }: { spool: Spool; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const initial = { weighed: '', tare: '0', note: t('spools.correction.noteValue') };
  const differenceIn = ({ weighed, tare }: typeof initial) =>
    differenceOf(parseDecimal(weighed), parseDecimal(tare), spool.gramsLeft);
  const send = async (typed: typeof initial) => {
    const difference = differenceIn(typed);
    if (!difference) throw new Problem('FORM.SAME', t('spools.correction.same'), '');
    const body = { grams: difference, note: typed.note };
    await content(api.POST('/api/v1/spools/{id}/corrections', { params: { path: { id: spool.id } }, body }));
  };
  const done = () => {
    toast(t('spools.saved', { spool: spool.label }));
    onDone();
  };
  return (
    <Form
      initial={initial}
      draft={`correction-${spool.id}`}
      send={send}
      touches={[
        ['/api/v1/labs/{id}/spools', { id: spool.labId }],
        ['/api/v1/spools/{id}/movements', { id: spool.id }],
      ]}
      onDone={done}
      onCancel={onDone}
      submit={t('spools.correction.save')}
    >
      {({ field, values }) => (
        <>
          <Text>{t('spools.correction.known', { grams: formatNumber(spool.gramsLeft, 1) })}</Text>
          <Group grow align="flex-start">
            <TextInput
              {...field('weighed')}
              label={t('spools.correction.weighed')}
              inputMode="decimal"
              required
              data-autofocus
              error={
                values.weighed !== '' && parseDecimal(values.weighed) === undefined && t('parts.notANumber')
              }
            />
            <TextInput
              {...field('tare')}
              label={t('spools.correction.tare')}
              description={t('spools.correction.tareHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="decimal"
              required
              error={parseDecimal(values.tare) === undefined && t('parts.notANumber')}
            />
          </Group>
          <Text role="status" fw={600} mih="1.6em">
            {differenceWords(differenceIn(values), t)}
          </Text>
          <TextInput
            {...field('note')}
            label={t('spools.correction.note')}
            description={t('spools.correction.noteHelp')}
            required
            minLength={3}
            maxLength={200}
          />
        </>
      )}
    </Form>
  );
}

function differenceWords(difference: number | undefined, t: TFunction): string {
  if (difference === undefined) return '';
  if (difference === 0) return t('spools.correction.same');
  return t('spools.correction.difference', { grams: signedGrams(difference) });
}

/** Rounded to a tenth of a gram, as scales show it. */
function differenceOf(weighed: number | undefined, tare: number | undefined, known: number) {
  if (weighed === undefined || tare === undefined) return undefined;
  const difference = weighed - tare - known;
  return Math.abs(difference) < 0.05 ? 0 : Math.round(difference * 1000) / 1000;
}
