import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { memberQuery } from '../../api/queries';
import { DialogButton } from '../../parts/dialog-button';
import { Loading } from '../../parts/loading';
import { Invitation, MemberForm } from './other-pages';

/** The first member: registered, then invited. */
export function MemberStep() {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <DialogButton variant="filled" label={t('start.member.add')}>
          {(close) => <Register onClose={close} />}
        </DialogButton>
      </div>
      <Anchor component={Link} to="/members">
        {t('start.member.import')}
      </Anchor>
    </>
  );
}

function Register({ onClose }: { onClose: () => void }) {
  const [memberId, setMemberId] = useState<string>();
  if (memberId) return <Invite memberId={memberId} onClose={onClose} />;
  return <MemberForm onDone={setMemberId} onCancel={onClose} />;
}

function Invite({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const { data } = useQuery(memberQuery(memberId));
  return data ? <Invitation member={data} onClose={onClose} /> : <Loading />;
}
