import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useLab } from '../../../frame/lab-choice';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsSection } from '../settings-section';
import { Consequences } from './consequences';
import { LabCodes } from './lab-codes';
import { asCode, atFields, bodyOf, codeField, type Numbering, type Values, valuesOf } from './numbering';
import { SeriesRow } from './series-row';

/** The prefix of each kind of document, whether each lab has its own series, and the codes of the labs. */
export function NumberingForm({ numbering }: { numbering: Numbering }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const toast = useToast();
  const send = async (values: Values) => {
    const body = bodyOf(numbering, labs, values);
    try {
      return await content(api.PUT('/api/v1/settings/numbering', { body }));
    } catch (error) {
      throw atFields(error, body);
    }
  };
  return (
    <Form<Values, Numbering>
      initial={valuesOf(numbering, labs)}
      send={send}
      touches={['/api/v1/settings/numbering']}
      onDone={() => toast(t('numbering.saved'))}
      submit={t('common.save')}
    >
      {(fields) => {
        const labCode = labs.map(({ id }) => asCode(fields.values[codeField(id)])).find(Boolean) ?? '';
        return (
          <>
            <SettingsSection title={t('numbering.series')}>
              <div className="numbering-rows">
                {numbering.series.map((series) => (
                  <SeriesRow key={series.kind} series={series} fields={fields} labCode={labCode} />
                ))}
              </div>
            </SettingsSection>
            <LabCodes numbering={numbering} labs={labs} fields={fields} />
            <Consequences numbering={numbering} values={fields.values} labCode={labCode} />
          </>
        );
      }}
    </Form>
  );
}
