import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { memberQuery } from '../../api/queries';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { AccountFacts } from '../../parts/prepaid/account-facts';
import { AccountFiles } from '../../parts/prepaid/account-files';
import { type Entry, EntryTable } from '../../parts/prepaid/entry-table';
import { InvoiceNow } from '../../parts/prepaid/invoice-now';
import { ProblemAlert } from '../../parts/problem-alert';
import { PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { useToast } from '../../parts/toasts/use-toast';
import { AllowanceForm, CorrectionForm } from './change-forms';
import { MoneyForm } from './money-form';
import { touchesOf } from './touches';
import { UndoTopUp } from './undo-top-up';
import { en, fr } from './words';

addWords('member-accounts', { fr, en });

/** The prepaid account of one member, with everything that staff do with it. */
export default function MemberAccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const account = useQuery(get('/api/v1/member-accounts/{id}', { path: { id } }));
  const member = useQuery(memberQuery(id));
  return (
    <Page
      title={member.data?.displayName ?? t('member-accounts.one')}
      trail={[{ to: '/member-accounts', label: t('member-accounts.title') }]}
      actions={account.data && <Actions account={account.data} />}
    >
      {account.isPending && <Loading />}
      {account.isError && <ProblemAlert error={account.error} retry={() => void account.refetch()} />}
      {account.data && <Account account={account.data} />}
    </Page>
  );
}

function Account({ account }: { account: Schemas['MemberAccount'] }) {
  const { t } = useTranslation();
  const { memberId: id } = account;
  const [{ from }] = useListState();
  const params = { path: { id } };
  const actions = useCallback((entry: Entry) => <UndoTopUp memberId={id} entry={entry} />, [id]);
  return (
    <>
      <AccountFacts account={account} />
      <InvoiceNow
        account={account}
        make={() => content(api.POST('/api/v1/member-accounts/{id}/invoices', { params }))}
        touches={[...touchesOf(id), '/api/v1/documents']}
        addressHelp={t('prepaid.noAddress')}
      />
      <AccountFiles
        account={account}
        address={`/api/v1/member-accounts/${id}`}
        invoiceTo={(documentId) => `/documents/${documentId}`}
      />
      <Link to={`/members?member=${id}`} className="row-link">
        {t('member-accounts.member')}
      </Link>
      <EntryTable
        query={get('/api/v1/member-accounts/{id}/entries', {
          ...params,
          query: { limit: PAGE_SIZE, offset: from },
        })}
        actions={actions}
      />
    </>
  );
}

function Actions({ account }: { account: Schemas['MemberAccount'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { memberId } = account;
  const done = (close: () => void) => () => {
    close();
    toast(t('member-accounts.saved'));
  };
  return (
    <div className="row">
      <DialogButton variant="filled" label={t('member-accounts.topUp')}>
        {(close) => <MoneyForm kind="topUp" memberId={memberId} onDone={done(close)} onCancel={close} />}
      </DialogButton>
      <DialogButton label={t('member-accounts.refund')}>
        {(close) => <MoneyForm kind="refund" memberId={memberId} onDone={done(close)} onCancel={close} />}
      </DialogButton>
      <DialogButton label={t('member-accounts.correct')}>
        {(close) => <CorrectionForm account={account} onDone={done(close)} onCancel={close} />}
      </DialogButton>
      <DialogButton label={t('member-accounts.setAllowance')}>
        {(close) => <AllowanceForm account={account} onDone={done(close)} onCancel={close} />}
      </DialogButton>
    </div>
  );
}
