import { footOf, headOf, mentionsOf, paymentOf, sumsOf } from './paper';
import type { Values } from './values';

const NAME = 'Votre association';
const TITLE = 'FACTURE';
const LINE = 'Impression 3D « exemple.gcode »';
const PAYMENT = 'Règlement';

/** The head and the foot of an invoice with what stands in the form. The paper is in French. */
export function InvoicePreview({ values }: { values: Values }) {
  const payment = paymentOf(values);
  const sums = sumsOf(values);
  return (
    <article className="paper" lang="fr">
      <header>
        <div>
          <b>{values.name || NAME}</b>
          {headOf(values).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <b className="paper-title">{TITLE}</b>
      </header>
      <p className="paper-line">
        <span>{LINE}</span>
        <span>{sums[0]?.value}</span>
      </p>
      <div className="paper-sums">
        <div>
          {payment.length > 0 && <b>{PAYMENT}</b>}
          {payment.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <dl>
          {sums.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <footer>
        {mentionsOf(values).map((mention) => (
          <p key={mention}>{mention}</p>
        ))}
        <p className="paper-foot">{footOf(values)}</p>
      </footer>
    </article>
  );
}
