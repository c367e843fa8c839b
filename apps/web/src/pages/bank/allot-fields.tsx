import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import type { Fields } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { centsOfEuros } from '../../parts/line-editor/numbers';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';

interface Props {
  readonly organisationId: string;
  /** Cents of the line. */
  readonly received: number;
  readonly textOf: (documentId: string) => string;
  readonly fieldOf: (documentId: string) => ReturnType<Fields<Record<string, string>>['field']>;
  /** The documents that have a field. */
  readonly onShown: (documentIds: readonly string[]) => void;
}

/** How much of a payment each open document of a client gets; what is left stays on the account. */
export function AllotFields({ organisationId, received, textOf, fieldOf, onShown }: Props) {
  const { t } = useTranslation();
  const open = useQuery(get('/api/v1/bank/payable-documents', { query: { organisationId, limit: 200 } }));
  const documents = open.data?.items;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each answer
  useEffect(() => onShown(documents?.map(({ id }) => id) ?? []), [documents]);
  if (open.isPending) return <Loading />;
  if (open.isError) return <ProblemAlert error={open.error} retry={() => void open.refetch()} />;
  if (open.data.items.length === 0) return <p className="quiet">{t('bank.noDocuments')}</p>;
  const given = open.data.items.reduce((sum, { id }) => sum + (centsOfEuros(textOf(id)) ?? 0), 0);
  return (
    <fieldset className="bank-allot">
      <legend>{t('bank.documents')}</legend>
      {open.data.items.map(({ id, number, openCents }) => (
        <TextInput
          key={id}
          {...fieldOf(id)}
          value={textOf(id)}
          label={t('bank.forDocument', { number, amount: formatEuros(openCents) })}
          inputMode="decimal"
        />
      ))}
      <p role="status" data-bad={given > received || undefined}>
        {given > received
          ? t('bank.tooMuch', { amount: formatEuros(received) })
          : t('bank.left', { amount: formatEuros(received - given) })}
      </p>
    </fieldset>
  );
}
