import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content } from '../../api/client';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { todayInParis } from '../settings/today';
import { linesOf, TOUCHED } from './convention';
import { HeadingFields } from './heading-fields';

const YEARS = 3;

/** Adds a convention, empty or with the objectives of the model. */
export function NewConvention() {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const year = Number(todayInParis().slice(0, 4));
  const initial = {
    ...{ title: '', parties: '', startsOn: `${year}-01-01`, endsOn: `${year + YEARS - 1}-12-31` },
    fromModel: true,
  };
  return (
    <DialogButton label={t('conventions.add')} variant="filled" dialogSize="lg">
      {(close) => (
        <Form
          initial={initial}
          send={({ parties, ...body }) =>
            content(api.POST('/api/v1/conventions', { body: { ...body, parties: linesOf(parties) } }))
          }
          touches={TOUCHED}
          onDone={({ id }) => {
            toast(t('conventions.added'));
            close();
            void navigate(`/conventions/${id}`);
          }}
          onCancel={close}
          submit={t('conventions.add')}
          draft="convention"
        >
          {({ field, tick }) => (
            <>
              <HeadingFields field={field} />
              <Checkbox
                label={t('conventions.fromModel')}
                description={t('conventions.fromModelHelp')}
                {...tick('fromModel')}
              />
            </>
          )}
        </Form>
      )}
    </DialogButton>
  );
}
