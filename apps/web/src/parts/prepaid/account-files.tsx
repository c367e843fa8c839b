import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { currentLanguage } from '../../i18n/i18n';
import { formatDay, formatEuros } from '../format';

interface Props {
  readonly account: Schemas['MemberAccount'];
  /** Of the account in the API. */
  readonly address: string;
  /** Where an invoice is opened; the member's own PDF if absent. */
  readonly invoiceTo?: (documentId: string) => string;
}

/** The statement and the invoices of an account. */
export function AccountFiles({ account: { invoices, reference }, address, invoiceTo }: Props) {
  const { t } = useTranslation();
  const hrefOf = (id: string) => invoiceTo?.(id) ?? `${address}/invoices/${id}/pdf`;
  return (
    <>
      {reference && (
        <div className="row">
          <Button component="a" variant="default" href={`${address}/statement/pdf`} target="_blank">
            {t('prepaid.statementPdf')}
          </Button>
          <Button
            component="a"
            variant="default"
            href={`${address}/statement?language=${currentLanguage()}`}
            download
          >
            {t('prepaid.statement')}
          </Button>
        </div>
      )}
      {invoices.length > 0 && (
        <section aria-labelledby="prepaid-invoices">
          <h2 id="prepaid-invoices">{t('prepaid.invoices')}</h2>
          <ul className="rows">
            {invoices.map(({ documentId, number, issuedOn, cents }) => (
              <li key={documentId} className="row">
                <Anchor href={hrefOf(documentId)}>{number}</Anchor>
                <span>{formatDay(issuedOn)}</span>
                <span>{formatEuros(cents)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
