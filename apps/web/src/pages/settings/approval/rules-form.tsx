import { Checkbox, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { materialsOf, type Rules, rulesOf, typedOf } from './rules';

interface Props {
  readonly labId: string;
  readonly rules: Rules;
  /** The materials of the lab. */
  readonly known: readonly string[];
}

const NUMBERS = [
  { name: 'firstJobs', least: 1, most: 1_000, digits: 0 },
  { name: 'hours', least: 0, most: 1_000, digits: 2 },
  { name: 'euros', least: 0, most: 1_000_000, digits: 2 },
] as const;

/** For which jobs a lab asks for approval: an empty field switches its rule off. */
export function RulesForm({ labId: id, rules, known }: Props) {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const materials = materialsOf(rules, known);
  const send = (typed: ReturnType<typeof typedOf>) =>
    content(
      api.PUT('/api/v1/labs/{id}/approval-rules', {
        params: { path: { id } },
        body: rulesOf(typed, materials),
      }),
    );
  return (
    <Form
      initial={typedOf(rules, materials)}
      send={send}
      touches={[['/api/v1/labs/{id}/approval-rules', { id }]]}
      onDone={() => toast(t('approval.saved'))}
      submit={t('common.save')}
    >
      {({ field, tick }) => (
        <>
          {NUMBERS.map(({ name, least, most, digits }) => (
            <NumberInput
              {...field(name)}
              key={name}
              label={t(`approval.${name}`)}
              description={t(`approval.${name}Help`)}
              min={least}
              max={most}
              decimalScale={digits}
              allowDecimal={digits > 0}
              decimalSeparator={i18n.language === 'fr' ? ',' : '.'}
              hideControls
              maw="24rem"
            />
          ))}
          <fieldset className="approval-materials">
            <legend>{t('approval.materials')}</legend>
            <p className="quiet">
              {t(materials.length > 0 ? 'approval.materialsHelp' : 'approval.noMaterial')}
            </p>
            {materials.map((name) => (
              <Checkbox key={name} {...tick(`of ${name}`)} label={name} />
            ))}
          </fieldset>
        </>
      )}
    </Form>
  );
}
