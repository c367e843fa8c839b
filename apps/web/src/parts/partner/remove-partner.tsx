import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Confirm } from '../confirm';
import { PARTNERS_TOUCHED, type Partner } from './partner-form';

/** Takes an organisation from the list of partners. */
export function RemovePartner({ partner: { organisationId, name } }: { partner: Partner }) {
  const { t } = useTranslation();
  return (
    <Confirm
      label={t('partner.remove')}
      act={() =>
        content(
          api.DELETE('/api/v1/organisations/{id}/partner', { params: { path: { id: organisationId } } }),
        )
      }
      touches={PARTNERS_TOUCHED}
    >
      <p>{t('partner.removeText', { name })}</p>
    </Confirm>
  );
}
