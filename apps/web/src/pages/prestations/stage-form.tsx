import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { orNull } from '../../api/or-null';
import { Problem } from '../../api/problem';
import { t } from '../../i18n/i18n';
import { ActButton } from '../../parts/act-button';
import { Form } from '../../parts/form/form';
import { centsOfEuros, eurosOfCents, plainDecimal } from '../../parts/line-editor/numbers';
import { useToast } from '../../parts/toasts/use-toast';
import { type PrestationDetail, TOUCHED } from './billing';

type Stage = PrestationDetail['stages'][number];
type Edited = Schemas['EditedStage'];

export const stageBody = ({ id, name, plannedOn, doneOn, share }: Stage): Edited => ({
  ...{ id, name, plannedOn, doneOn, share },
});

/** Saves all stages at once. @throws Problem when another person saved them meanwhile */
export const putStages = ({ id, stagesVersion: version }: PrestationDetail, stages: readonly Edited[]) =>
  content(
    api.PUT('/api/v1/prestations/{id}/stages', {
      params: { path: { id } },
      body: { version, stages: [...stages] },
    }),
  );

const initialOf = (stage: Stage | undefined) => ({
  name: stage?.name ?? '',
  plannedOn: stage?.plannedOn ?? '',
  doneOn: stage?.doneOn ?? '',
  shareKind: (stage?.share?.kind ?? (stage ? '' : 'percent')) as string,
  share: stage?.share?.kind === 'amount' ? eurosOfCents(stage.share.cents) : (stage?.share?.percent ?? ''),
});

/** @throws Problem that names the field */
function shareOf({ shareKind, share }: ReturnType<typeof initialOf>): Edited['share'] {
  const wrong = () =>
    new Problem('FORM.NUMBER', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
      { path: 'share', message: t('parts.notANumber') },
    ]);
  if (shareKind === '' || share === '') return null;
  if (shareKind === 'percent') {
    const percent = plainDecimal(share);
    if (!percent) throw wrong();
    return { kind: 'percent', percent };
  }
  const cents = centsOfEuros(share);
  if (cents === undefined) throw wrong();
  return { kind: 'amount', cents };
}

interface Props {
  readonly prestation: PrestationDetail;
  /** Absent: a new one. */
  readonly stage?: Stage;
  readonly onDone: () => void;
}

/** A stage: its name, its days, and what it is invoiced with. */
export function StageForm({ prestation, stage, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const others = prestation.stages.map(stageBody);
  const send = async (typed: ReturnType<typeof initialOf>) => {
    const made: Edited = {
      ...{ id: stage?.id, name: typed.name, share: shareOf(typed) },
      ...{ plannedOn: orNull(typed.plannedOn), doneOn: orNull(typed.doneOn) },
    };
    const all = stage ? others.map((each) => (each.id === stage.id ? made : each)) : [...others, made];
    return putStages(prestation, all);
  };
  const done = () => {
    toast(t('prestations.stages.saved'));
    onDone();
  };
  return (
    <>
      <Form
        initial={initialOf(stage)}
        send={send}
        touches={TOUCHED}
        onDone={done}
        onCancel={onDone}
        submit={t('common.save')}
      >
        {({ field, values }) => (
          <>
            <TextInput {...field('name')} label={t('prestations.stages.name')} required maxLength={120} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput type="date" {...field('plannedOn')} label={t('prestations.stages.plannedOn')} />
              <TextInput type="date" {...field('doneOn')} label={t('prestations.stages.doneOn')} />
              <NativeSelect
                {...field('shareKind')}
                label={t('prestations.stages.shareKind')}
                data={[
                  { value: '', label: t('prestations.stages.noShare') },
                  { value: 'percent', label: t('prestations.stages.percent') },
                  { value: 'amount', label: t('prestations.stages.amount') },
                ]}
              />
              {values.shareKind !== '' && (
                <TextInput
                  {...field('share')}
                  label={t(
                    values.shareKind === 'percent'
                      ? 'prestations.stages.percentOf'
                      : 'prestations.stages.amountOf',
                  )}
                  inputMode="decimal"
                  required
                />
              )}
            </SimpleGrid>
          </>
        )}
      </Form>
      {stage && (
        <ActButton
          label={t('prestations.stages.remove')}
          variant="subtle"
          color="red"
          act={() =>
            putStages(
              prestation,
              others.filter(({ id }) => id !== stage.id),
            )
          }
          touches={TOUCHED}
          onDone={done}
        />
      )}
    </>
  );
}
