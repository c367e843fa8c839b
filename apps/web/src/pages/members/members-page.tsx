import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Page } from '../../parts/page';
import { usePageParams, withParam } from '../../parts/page-params';
import { Files } from './files';
import { MemberDetails } from './member-details';
import { MemberForm } from './member-form';
import { MemberList } from './member-list';
import { en, fr } from './words';
import './members.css';

addWords('members', { fr, en });

/** The list of members; with a chosen one next to it, or instead of it on a small screen. */
export default function MembersPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [params, change] = usePageParams();
  const chosen = params.get('member');
  const choose = (id: string | null) => change((before) => withParam(before, 'member', id ?? ''));
  return (
    <Page
      title={t('members.title')}
      actions={
        holds(me, ...LAB_STAFF) && (
          <DialogButton variant="filled" label={t('members.add')}>
            {(close) => (
              <MemberForm
                onCancel={close}
                onDone={(id) => {
                  close();
                  choose(id);
                }}
              />
            )}
          </DialogButton>
        )
      }
    >
      <div className="members" data-open={chosen !== null || undefined}>
        <Stack className="members-list">
          <MemberList chosen={chosen} />
          {holds(me, 'administrator') && <Files />}
        </Stack>
        {chosen && <MemberDetails key={chosen} id={chosen} onBack={() => choose(null)} />}
      </div>
    </Page>
  );
}
