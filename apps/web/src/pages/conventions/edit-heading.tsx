import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { type Convention, linesOf, TOUCHED } from './convention';
import { HeadingFields } from './heading-fields';

/** Changes title, parties and days of a convention. */
export function EditHeading({ convention }: { convention: Convention }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, title, parties, startsOn, endsOn, version } = convention;
  return (
    <DialogButton label={t('conventions.edit')} dialogSize="lg">
      {(close) => (
        <Form
          initial={{ title, parties: parties.join('\n'), startsOn, endsOn }}
          send={(values) =>
            content(
              api.PATCH('/api/v1/conventions/{id}', {
                params: { path: { id } },
                body: { ...values, parties: linesOf(values.parties), version },
              }),
            )
          }
          touches={TOUCHED}
          onDone={() => {
            toast(t('conventions.changed'));
            close();
          }}
          onCancel={close}
          submit={t('conventions.edit')}
        >
          {({ field }) => <HeadingFields field={field} />}
        </Form>
      )}
    </DialogButton>
  );
}
