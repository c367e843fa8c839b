import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Confirm } from '../confirm';
import { PARTNERS_TOUCHED, type Partner } from './partner-form';

interface Props {
  readonly partner: Partner;
  /** True in a list, where each row has such a button. */
  readonly isShort?: boolean;
}

/** Takes an organisation from the list of partners. */
export function RemovePartner({ partner: { organisationId, name }, isShort = false }: Props) {
  const { t } = useTranslation();
  return (
    <Confirm
      label={t(isShort ? 'partner.removeShort' : 'partner.remove')}
      {...(isShort && { 'aria-label': t('partner.removeOf', { name }) })}
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
