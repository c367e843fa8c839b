import { Autocomplete, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { orNull } from '../../api/or-null';
import { partnerKindValues } from '../../api/schema';
import { addWords } from '../../i18n/add-words';
import { Form } from '../form/form';
import { useToast } from '../toasts/use-toast';
import { en, fr } from './words';

addWords('partner', { fr, en });

export type Partner = Schemas['Partner'];
export const PARTNERS_TOUCHED = ['/api/v1/partners', '/api/v1/organisations/{id}/partner'] as const;

interface Props {
  readonly organisationId: string;
  /** Null: the organisation becomes a partner. */
  readonly partner: Partner | null;
  readonly onDone: () => void;
}

/** What reports need to know of an organisation that the labs work with. */
export function PartnerForm({ organisationId, partner, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const names = useQuery(get('/api/v1/partners/neighbourhoods'));
  const initial = {
    kind: (partner?.kind ?? 'school') as string,
    neighbourhood: partner?.neighbourhood ?? '',
    priorityEducation: partner?.priorityEducation ?? false,
  };
  return (
    <Form
      initial={initial}
      send={({ kind, neighbourhood, priorityEducation }) =>
        content(
          api.PUT('/api/v1/organisations/{id}/partner', {
            params: { path: { id: organisationId } },
            body: {
              kind: kind as Partner['kind'],
              neighbourhood: orNull(neighbourhood),
              ...{ priorityEducation, version: partner?.version ?? 0 },
            },
          }),
        )
      }
      touches={PARTNERS_TOUCHED}
      onDone={() => {
        toast(t('partner.saved'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field, tick }) => (
        <>
          <NativeSelect
            {...field('kind')}
            label={t('partner.kind')}
            data={partnerKindValues.map((value) => ({ value, label: t(`partner.kinds.${value}`) }))}
          />
          <Autocomplete
            {...field('neighbourhood')}
            label={t('partner.neighbourhood')}
            description={t('partner.neighbourhoodHelp')}
            maxLength={80}
            data={names.data?.items ?? []}
          />
          <Checkbox {...tick('priorityEducation')} label={t('partner.priority')} />
        </>
      )}
    </Form>
  );
}
