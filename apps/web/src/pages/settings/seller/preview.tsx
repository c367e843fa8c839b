import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/notice';
import { logoAddress } from './logo-field';
import { footOf, headOf, mentionsOf, paymentOf, READERS, type Reader, sumsOf, taxOf } from './paper';
import type { Values } from './values';

const NAME = 'Votre association';
const TITLE = 'Facture';
const LINE = 'Impression 3D « exemple.gcode »';
const PAYMENT = 'Règlement';

/** An invoice for a client of one's choice, with what stands in the form. */
export function InvoicePreview({ values }: { values: Values }) {
  const { t } = useTranslation();
  const [reader, setReader] = useState<Reader>('business');
  return (
    <>
      <NativeSelect
        label={t('seller.reader')}
        value={reader}
        onChange={({ currentTarget }) =>
          setReader(READERS.find((each) => each === currentTarget.value) ?? 'business')
        }
        data={READERS.map((value) => ({ value, label: t(`seller.readers.${value}`) }))}
      />
      {taxOf(values, reader).isRefused && (
        <Notice title={t('seller.refused')} role="status">
          <p>{t('seller.refusedCure')}</p>
        </Notice>
      )}
      <ExamplePaper values={values} reader={reader} />
    </>
  );
}

/** The head and the foot of the invoice. The paper is in French. */
function ExamplePaper({ values, reader }: { values: Values; reader: Reader }) {
  const payment = paymentOf(values);
  const sums = sumsOf(values, reader);
  return (
    <article className="paper" lang="fr">
      <header>
        <div>
          {values.logoSha256 && <img className="paper-logo" src={logoAddress(values.logoSha256)} alt="" />}
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
        {mentionsOf(values, reader).map((mention) => (
          <p key={mention}>{mention}</p>
        ))}
        <p className="paper-foot">{footOf(values)}</p>
      </footer>
    </article>
  );
}
