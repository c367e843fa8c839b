import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { Problem } from '../../api/problem';
import { currentLanguage, t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { formatDay, formatEuros } from '../../parts/format';
import { centsOfEuros, eurosOfCents, shownDecimal } from '../../parts/line-editor/numbers';
import { SearchedSelect, useSearch } from '../../parts/searched-select';
import { useToast } from '../../parts/toasts/use-toast';
import { AllotFields } from './allot-fields';
import { type Line, type Proposal, TOUCHED } from './bank';

const MEANS = ['transfer', 'card', 'cheque', 'cash', 'direct-debit', 'other'] as const;

/** What is typed for each document, as `document-ID`; fields without an amount pay nothing. */
type Amounts = Readonly<Record<`document-${string}`, string>>;
type Typed = { organisationId: string; means: (typeof MEANS)[number] } & Amounts;

function typedOf(proposal: Proposal | undefined): Typed {
  const amounts = (proposal?.parts ?? []).map(({ document, cents }) => [
    `document-${document.id}`,
    shownDecimal(eurosOfCents(cents), currentLanguage()),
  ]);
  const first = { organisationId: proposal?.organisationId ?? '', means: 'transfer' };
  return { ...first, ...Object.fromEntries(amounts) } as Typed;
}

/** @throws Problem for a text that is no amount */
function partsOf(typed: Typed, documentIds: readonly string[]) {
  return documentIds.flatMap((documentId) => {
    const text = typed[`document-${documentId}`] ?? '';
    if (text.trim() === '') return [];
    const cents = centsOfEuros(text);
    if (cents !== undefined && cents >= 0) return cents === 0 ? [] : [{ documentId, cents }];
    throw new Problem('FORM.NUMBER', words('parts.fieldsWrong'), words('parts.fieldsWrongCure'), [
      { path: `document-${documentId}`, message: words('bank.notAnAmount') },
    ]);
  });
}

interface Props {
  readonly line: Line;
  readonly proposal: Proposal | undefined;
  readonly onDone: () => void;
}

/** Books a line as its reader decides: whose money it is, and what it pays. */
export function BookLine({ line, proposal, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const [isMember, setMember] = useState(Boolean(proposal?.memberId));
  const [shown, setShown] = useState<readonly string[]>([]);
  const send = (typed: Typed) => {
    if (!isMember && typed.organisationId === '')
      throw new Problem('FORM.CLIENT', words('bank.chooseClient'), '');
    const whose = isMember
      ? { memberId: proposal?.memberId ?? null }
      : { organisationId: typed.organisationId };
    const body = { ...whose, means: typed.means, parts: isMember ? [] : partsOf(typed, shown) };
    return content(api.POST('/api/v1/bank/lines/{id}/accept', { params: { path: { id: line.id } }, body }));
  };
  return (
    <Form
      initial={typedOf(proposal)}
      send={async (typed) => send(typed)}
      touches={TOUCHED}
      onDone={({ payment }) => {
        toast(t('bank.bookedNow', { number: payment }));
        onDone();
      }}
      onCancel={onDone}
      submit={t('bank.save')}
    >
      {({ field, values, set }) => (
        <>
          <p className="bank-line typed">
            {formatDay(line.day)} · <b>{formatEuros(line.cents)}</b>
            <br />
            {line.name} {line.text}
          </p>
          {isMember ? (
            <p>
              {t('bank.ofMember', { name: proposal?.owner })}{' '}
              <button type="button" className="link-button" onClick={() => setMember(false)}>
                {t('bank.toClient')}
              </button>
            </p>
          ) : (
            <>
              <ClientFields
                chosen={values.organisationId}
                known={proposal?.owner}
                onChange={(organisationId) => set({ organisationId } as Partial<Typed>)}
              />
              {values.organisationId !== '' && (
                <AllotFields
                  key={values.organisationId}
                  organisationId={values.organisationId}
                  received={line.cents}
                  textOf={(id) => values[`document-${id}`] ?? ''}
                  fieldOf={(id) => field(`document-${id}`)}
                  onShown={setShown}
                />
              )}
            </>
          )}
          <NativeSelect
            {...field('means')}
            label={t('bank.means')}
            data={MEANS.map((value) => ({ value, label: t(`bank.meansNames.${value}`) }))}
          />
        </>
      )}
    </Form>
  );
}

interface ClientProps {
  readonly chosen: string;
  /** The name of the proposed client. */
  readonly known: string | undefined;
  readonly onChange: (id: string) => void;
}
const SHOWN = 50;

function ClientFields({ chosen, known, onChange }: ClientProps) {
  const { t } = useTranslation();
  const search = useSearch();
  const [first] = useState({ value: chosen, label: known ?? '' });
  const found = useQuery({
    ...get('/api/v1/organisations', {
      query: { limit: SHOWN, ...(search.search && { search: search.search }) },
    }),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choices =
    first.value === '' ? others : [first, ...others.filter(({ value }) => value !== first.value)];
  return (
    <SearchedSelect
      searchLabel={t('bank.searchClient')}
      search={search}
      label={t('bank.client')}
      choices={choices}
      value={chosen}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      required
      note={found.data && others.length === 0 && t('bank.noClient')}
    />
  );
}
