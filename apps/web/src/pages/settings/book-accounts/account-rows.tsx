import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { AccountInputs } from './account-inputs';
import { type Account, readRows, type Values, writeRows } from './values';

interface Props<Row extends Account> {
  readonly fields: Fields<Values>;
  readonly list: 'income' | 'vat' | 'money';
  readonly blank: Row;
  readonly addLabel: string;
  readonly nameOf: (row: Row, number: number) => string;
  /** The inputs of a row beside its account. */
  readonly children: (row: Row, onChange: (change: Partial<Row>) => void, name: string) => ReactNode;
}

/** A list of accounts, to which rows are added and from which they are removed. */
export function AccountRows<Row extends Account>(props: Props<Row>) {
  const { fields, list, blank, addLabel, nameOf, children } = props;
  const { t } = useTranslation();
  const { error } = fields.field(list);
  const rows = readRows<Row>(fields.values[list]);
  const write = (changed: readonly Row[]) => fields.set({ [list]: writeRows(changed) });
  return (
    <div className="account-rows">
      {rows.map((row, at) => {
        const name = nameOf(row, at + 1);
        const change = (what: Partial<Row>) =>
          write(rows.map((each, place) => (place === at ? { ...each, ...what } : each)));
        return (
          <fieldset
            // A row has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end, and fields are controlled
            key={at}
            className="account-row"
            aria-label={name}
          >
            {children(row, change, name)}
            <AccountInputs row={row} name={name} onChange={(what) => change(what as Partial<Row>)} />
            <Button
              variant="default"
              className="touch"
              aria-label={t('book-accounts.removeOf', { row: name })}
              onClick={() => write(rows.filter((_, place) => place !== at))}
            >
              {t('book-accounts.remove')}
            </Button>
          </fieldset>
        );
      })}
      {error && (
        <p className="account-error" role="alert">
          {error}
        </p>
      )}
      <Button variant="default" className="touch" onClick={() => write([...rows, blank])}>
        {addLabel}
      </Button>
    </div>
  );
}
