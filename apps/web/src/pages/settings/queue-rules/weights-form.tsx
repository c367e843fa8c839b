import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsSection } from '../settings-section';
import { Preview } from './preview';
import { defaultsOf, type TypedWeights, typedOf, valuesOf, type Weight } from './typed-weights';
import { WeightField } from './weight-field';

interface Props {
  readonly labId: string;
  readonly weights: readonly Weight[];
}

/** The weights of a lab. What is typed is tried at once on today's queue; it counts once it is saved. */
export function WeightsForm({ labId, weights }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id: labId } };
  const send = (typed: TypedWeights) =>
    content(
      api.PUT('/api/v1/labs/{id}/queue-weights', {
        params,
        // Out of bounds: the server names the field.
        body: valuesOf(weights, typed) ?? numbersOf(typed),
      }),
    );
  return (
    <Form
      initial={typedOf(weights)}
      send={send}
      touches={[['/api/v1/labs/{id}/queue-weights', { id: labId }]]}
      onDone={() => toast(t('queue-rules.rules.saved'))}
      submit={t('queue-rules.rules.save')}
    >
      {({ field, values, set }) => (
        <div className="queue-rules">
          <SettingsSection title={t('queue-rules.rules.title')}>
            <p className="quiet">{t('queue-rules.rules.about')}</p>
            {weights.map((weight) => (
              <WeightField
                key={weight.name}
                weight={weight}
                field={field(weight.name)}
                onReset={() => set({ [weight.name]: String(weight.default) })}
              />
            ))}
            <button
              type="button"
              className="link-button queue-reset-all"
              onClick={() => set(defaultsOf(weights))}
            >
              {t('queue-rules.rules.resetAll')}
            </button>
          </SettingsSection>
          <Preview labId={labId} values={valuesOf(weights, values)} />
        </div>
      )}
    </Form>
  );
}

const numbersOf = (typed: TypedWeights) =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, Number(text)]));
