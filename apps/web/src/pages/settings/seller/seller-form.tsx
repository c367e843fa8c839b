import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { IdentityFields } from './identity-fields';
import { MissingList } from './missing-list';
import { PaymentFields } from './payment-fields';
import { InvoicePreview } from './preview';
import { atSiret, bodyOf, keptOf, type SellerVersion, type Values, valuesOf } from './values';
import { VatFields } from './vat-fields';
import { WordingFields } from './wording-fields';

/** Everything that invoices print of the seller; beside it what is missing, and how an invoice will look. */
export function SellerForm({ seller }: { seller: SellerVersion | undefined }) {
  const { t } = useTranslation();
  const toast = useToast();
  const send = async (values: Values) => {
    try {
      // The client's types forbid a property that is always null, which the API demands of a taxed activity.
      const body = { ...keptOf(seller), ...bodyOf(values) } as never;
      return await content(api.PUT('/api/v1/settings/seller', { body }));
    } catch (error) {
      throw atSiret(error);
    }
  };
  return (
    <Form
      initial={valuesOf(seller)}
      send={send}
      touches={['/api/v1/settings/seller']}
      onDone={() => toast(t('seller.saved'))}
      submit={t('common.save')}
      draft="seller"
    >
      {(fields) => (
        <div className="seller">
          <div className="seller-fields">
            <IdentityFields fields={fields} />
            <VatFields fields={fields} />
            <PaymentFields fields={fields} />
            <WordingFields fields={fields} />
            <TextInput
              {...fields.field('inForceFrom')}
              type="date"
              maw="20rem"
              label={t('seller.field.inForceFrom')}
              description={t('seller.fromHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
            />
          </div>
          <section className="seller-side" aria-labelledby="seller-preview">
            <MissingList values={fields.values} />
            <h2 id="seller-preview" className="seller-heading">
              {t('seller.preview')}
            </h2>
            <InvoicePreview values={fields.values} />
          </section>
        </div>
      )}
    </Form>
  );
}
