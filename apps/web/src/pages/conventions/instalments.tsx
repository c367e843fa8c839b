import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { centsOf } from '../../parts/cents-of';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatDay, formatEuros } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';
import { type Convention, type Instalment, TOUCHED } from './convention';

type Sent = Omit<Instalment, 'id'> & { readonly id?: string };

const save = ({ id, version }: Convention, instalments: readonly Sent[]) =>
  content(
    api.PUT('/api/v1/conventions/{id}/instalments', {
      params: { path: { id } },
      body: { version, instalments: [...instalments] },
    }),
  );

interface Props {
  readonly convention: Convention;
  readonly mayChange: boolean;
}

/** The subsidy by instalment, with the days on which each was due and came. */
export function Instalments({ convention, mayChange }: Props) {
  const { t } = useTranslation();
  const { instalments, subsidyCents } = convention;
  const word = (name: 'label' | 'payer' | 'dueOn' | 'receivedOn' | 'amount') =>
    t(`conventions.instalments.${name}`);
  return (
    <section className="activity-card">
      <div className="conventions-head">
        <h2>{t('conventions.instalments.title')}</h2>
        {mayChange && <Edit convention={convention} />}
      </div>
      {instalments.length === 0 ? (
        <p>{t('conventions.instalments.none')}</p>
      ) : (
        <div className="activity-wide">
          <table className="activity-table conventions-rows" aria-label={t('conventions.instalments.title')}>
            <thead>
              <tr>
                <th scope="col">{word('label')}</th>
                <th scope="col">{word('payer')}</th>
                <th scope="col">{word('dueOn')}</th>
                <th scope="col">{word('receivedOn')}</th>
                <th scope="col" data-figure>
                  {word('amount')}
                </th>
                {mayChange && <td />}
              </tr>
            </thead>
            <tbody>
              {instalments.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.label}</th>
                  <td data-label={word('payer')}>{each.payer}</td>
                  <td data-label={word('dueOn')}>{formatDay(each.dueOn)}</td>
                  <td data-label={word('receivedOn')}>
                    {each.receivedOn === null
                      ? t('conventions.instalments.notYet')
                      : formatDay(each.receivedOn)}
                  </td>
                  <td data-figure>{formatEuros(each.cents)}</td>
                  {mayChange && (
                    <td>
                      <div className="conventions-actions">
                        <Edit convention={convention} instalment={each} />
                        <Remove convention={convention} instalment={each} />
                      </div>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t('conventions.instalments.total')}
                </th>
                <td data-figure>{formatEuros(subsidyCents)}</td>
                {mayChange && <td />}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}

function Edit({ convention, instalment }: { convention: Convention; instalment?: Instalment }) {
  const { t } = useTranslation();
  const toast = useToast();
  const label = t(instalment ? 'conventions.instalments.edit' : 'conventions.instalments.add');
  const title = instalment
    ? t('conventions.instalments.editOf', { label: instalment.label })
    : t('conventions.instalments.add');
  const initial = {
    ...{ label: instalment?.label ?? '', payer: instalment?.payer ?? '', dueOn: instalment?.dueOn ?? '' },
    receivedOn: instalment?.receivedOn ?? '',
    euros: instalment ? String(instalment.cents / 100).replace('.', ',') : '',
  };
  return (
    <DialogButton label={label} title={title} aria-label={title}>
      {(close) => (
        <Form
          initial={initial}
          send={async ({ euros, receivedOn, ...fields }) => {
            const next: Sent = {
              ...{ ...fields, cents: centsOf('euros', euros), receivedOn: receivedOn || null },
              ...(instalment && { id: instalment.id }),
            };
            const others = convention.instalments.filter(({ id }) => id !== instalment?.id);
            return save(convention, [...others, next]);
          }}
          touches={TOUCHED}
          onDone={() => {
            toast(t('conventions.instalments.saved'));
            close();
          }}
          onCancel={close}
          submit={label}
        >
          {({ field }) => (
            <>
              <TextInput
                label={t('conventions.instalments.label')}
                {...field('label')}
                maxLength={120}
                required
              />
              <TextInput
                label={t('conventions.instalments.payer')}
                {...field('payer')}
                maxLength={120}
                required
              />
              <TextInput
                label={t('conventions.instalments.amount')}
                {...field('euros')}
                inputMode="decimal"
                rightSection="€"
                required
              />
              <TextInput
                type="date"
                label={t('conventions.instalments.dueOn')}
                {...field('dueOn')}
                required
              />
              <TextInput
                type="date"
                label={t('conventions.instalments.receivedOn')}
                description={t('conventions.instalments.receivedHelp')}
                {...field('receivedOn')}
              />
            </>
          )}
        </Form>
      )}
    </DialogButton>
  );
}

function Remove({ convention, instalment }: { convention: Convention; instalment: Instalment }) {
  const { t } = useTranslation();
  const { id, label } = instalment;
  return (
    <Confirm
      label={t('conventions.instalments.remove')}
      aria-label={t('conventions.instalments.removeOf', { label })}
      act={() =>
        save(
          convention,
          convention.instalments.filter((each) => each.id !== id),
        )
      }
      touches={TOUCHED}
    >
      {t('conventions.instalments.removeWhat', { label })}
    </Confirm>
  );
}
