import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay } from '../../parts/format';
import type { PrestationDetail } from './billing';
import { EditPrestation } from './edit-prestation';
import { PrestationState } from './prestation-state';
import { StateButtons } from './state-buttons';

/** Whose it is, how far it is, who is responsible, and when it must be done. */
export function Head({ prestation }: { prestation: PrestationDetail }) {
  const { t } = useTranslation();
  const { reference, state, isLate, clientName, organisationId, notes } = prestation;
  return (
    <div className="prestation-head">
      <div className="prestation-name">
        <PrestationState state={state} isLate={isLate} />
        <Link to={`/settings/organisations/${organisationId}`} className="typed">
          {clientName}
        </Link>
        <span className="quiet">{reference}</span>
      </div>
      <dl className="prestation-facts">
        <Fact name="responsible" value={prestation.responsibleName ?? t('prestations.noResponsible')} />
        <Fact name="startsOn" value={prestation.startsOn && formatDay(prestation.startsOn)} />
        <Fact name="endsOn" value={prestation.endsOn && formatDay(prestation.endsOn)} />
        <Fact name="purchaseOrder" value={prestation.purchaseOrder} />
        <Fact name="deliverTo" value={placeOf(prestation.deliverTo)} />
        <Fact name="createdOn" value={formatDay(prestation.createdAt)} />
      </dl>
      {notes && <p className="prestation-notes wrapped">{notes}</p>}
      <div className="row">
        <DialogButton label={t('prestations.edit')} dialogSize="lg">
          {(close) => <EditPrestation prestation={prestation} onDone={close} />}
        </DialogButton>
        <StateButtons prestation={prestation} />
      </div>
    </div>
  );
}

const placeOf = (place: PrestationDetail['deliverTo']): string | null =>
  place && `${place.addressLine}, ${place.postcode} ${place.city}`;

interface FactProps {
  readonly name: 'responsible' | 'startsOn' | 'endsOn' | 'purchaseOrder' | 'deliverTo' | 'createdOn';
  readonly value: string | null;
}
function Fact({ name, value }: FactProps) {
  const { t } = useTranslation();
  if (!value) return null;
  return (
    <div>
      <dt>{t(`prestations.${name}`)}</dt>
      <dd className="typed">{value}</dd>
    </div>
  );
}
