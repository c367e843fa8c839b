import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { currentLanguage, t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { formatDay, formatEuros } from '../../parts/format';
import { centsOfEuros, eurosOfCents, shownDecimal } from '../../parts/line-editor/numbers';
import { OrganisationChoice } from '../../parts/searched-choice/organisation-choice';
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
      {({ field, values }) => (
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
              <OrganisationChoice {...field('organisationId')} required />
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
