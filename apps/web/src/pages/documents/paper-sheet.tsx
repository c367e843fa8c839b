import { useTranslation } from 'react-i18next';
import { formatDay } from '../../parts/format';
import type { Content } from './paper';
import { PaperLines } from './paper-lines';
import { PaperTotals } from './paper-totals';

interface Props {
  readonly content: Content;
  readonly isDraft: boolean;
}

/** A document as it is on paper: whose, for whom, lines, sums, mentions. */
export function PaperSheet({ content, isDraft }: Props) {
  const { t } = useTranslation();
  const { kind, number, seller, client, title, notes, terms, payment, cites, version, replaces, deliverTo } =
    content;
  return (
    <article className="document-sheet" aria-label={t('documents.paper')} data-draft={isDraft || undefined}>
      <header className="document-sheet-head">
        <address>
          <b>{seller.name}</b>
          <Place {...seller} />
          <span>SIRET {seller.siret}</span>
        </address>
        <address className="document-sheet-client">
          <b>{client.name}</b>
          {client.contactName && <span>{client.contactName}</span>}
          <Place {...client} />
          {client.siret && <span>SIRET {client.siret}</span>}
          {client.vatNumber && <span>{t('documents.vatNumber', { number: client.vatNumber })}</span>}
        </address>
      </header>
      <h2>
        {t(`documents.kinds.${kind}`)} {isDraft ? t('documents.numberToBe', { number }) : number}
      </h2>
      <p className="document-sheet-title typed">{title}</p>
      <dl className="document-sheet-facts">
        <Fact name="issuedOn" value={formatDay(content.issuedOn)} />
        <Fact name="dueOn" value={content.dueOn && formatDay(content.dueOn)} />
        <Fact name="validUntil" value={content.validUntil && formatDay(content.validUntil)} />
        <Fact name="reference" value={content.reference} />
        <Fact name="purchaseOrder" value={content.purchaseOrder} />
        <Fact
          name="deliverTo"
          value={deliverTo && [deliverTo.addressLine, deliverTo.postcode, deliverTo.city].join(' ')}
        />
        <Fact name="version" value={version > 1 ? String(version) : null} />
        <Fact name="replaces" value={replaces} />
      </dl>
      {cites.map((cited) => (
        <p key={cited.number}>
          {t('documents.cites', {
            paper: `${t(`documents.kinds.${cited.kind}`)} ${cited.number}`,
            day: formatDay(cited.day),
          })}
        </p>
      ))}
      <PaperLines content={content} />
      <PaperTotals content={content} />
      {payment && <p>{payment.text}</p>}
      {terms && <p className="wrapped">{terms}</p>}
      <ul className="document-sheet-notes">
        {notes
          .filter(({ isPrinted }) => isPrinted)
          .map(({ text }) => (
            <li key={text} className="wrapped">
              {text}
            </li>
          ))}
      </ul>
    </article>
  );
}

const Place = (place: { addressLine: string; postcode: string; city: string; countryCode: string }) => (
  <>
    <span>{place.addressLine}</span>
    <span>
      {place.postcode} {place.city} {place.countryCode !== 'FR' && `(${place.countryCode})`}
    </span>
  </>
);

interface FactProps {
  readonly name:
    | 'issuedOn'
    | 'dueOn'
    | 'validUntil'
    | 'reference'
    | 'purchaseOrder'
    | 'deliverTo'
    | 'version'
    | 'replaces';
  readonly value: string | null;
}
function Fact({ name, value }: FactProps) {
  const { t } = useTranslation();
  if (!value) return null;
  return (
    <div>
      <dt>{t(`documents.${name}`)}</dt>
      <dd className="typed">{value}</dd>
    </div>
  );
}
