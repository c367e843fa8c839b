import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { Form } from '../form/form';
import { CompanyFields } from './company-fields';
import { AddressFields, NameFields } from './identity-fields';
import { bodyOf, type Organisation, type Values, valuesOf } from './organisation';
import { en, fr } from './words';

addWords('organisation-form', { fr, en });

interface Props {
  /** The client to change; absent: another one is registered. */
  readonly organisation?: Organisation;
  readonly onDone: (saved: Organisation) => void;
  readonly onCancel?: () => void;
}

/** Who receives invoices: a company, a school, an association, a public body or a private person. */
export function OrganisationForm({ organisation, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const send = (values: Values) => {
    const body = bodyOf(values);
    if (!organisation) return content(api.POST('/api/v1/organisations', { body }));
    const params = { path: { id: organisation.id } };
    return content(api.PATCH('/api/v1/organisations/{id}', { params, body }));
  };
  return (
    <Form
      initial={valuesOf(organisation)}
      send={send}
      touches={['/api/v1/organisations']}
      onDone={onDone}
      onCancel={onCancel}
      submit={organisation ? t('common.save') : t('organisation-form.save')}
      draft={`organisation-${organisation?.id ?? 'new'}`}
    >
      {(fields) => (
        <>
          <NameFields fields={fields} />
          <AddressFields fields={fields} />
          {fields.values.kind !== 'person' && <CompanyFields fields={fields} />}
        </>
      )}
    </Form>
  );
}
