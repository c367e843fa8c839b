import { Alert, Button, Card, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { memberQuery } from '../../api/queries';
import { ACCOUNTANTS, holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { AccountSection } from './account-section';
import { BillingSection } from './billing-section';
import { CardsSection } from './cards-section';
import { Facts } from './facts';
import { InductionsSection } from './inductions-section';
import { MemberForm } from './member-form';
import { PrepaidSection } from './prepaid-section';
import { ResidencySection } from './residency-section';

/** One member. The name takes the focus, so that users of the keyboard or a screen reader arrive there. */
export function MemberDetails({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { data: member, error, isPending, refetch } = useQuery(memberQuery(id));
  const name = useRef<HTMLHeadingElement>(null);
  const isHere = member !== undefined;
  useEffect(() => {
    if (isHere) name.current?.focus();
  }, [isHere]);
  const isStaff = holds(me, ...LAB_STAFF);
  return (
    <Stack>
      <Button variant="default" className="touch" onClick={onBack} mr="auto">
        ← {t('members.back')}
      </Button>
      {isPending && <Loading />}
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      {member && (
        <Card withBorder component="section" aria-labelledby="member">
          <Stack gap="lg">
            <Group justify="space-between">
              <Title order={2} size="h3" id="member" ref={name} tabIndex={-1} className="typed">
                {member.displayName}
              </Title>
              {isStaff && (
                <DialogButton label={t('members.details.change')}>
                  {(close) => <MemberForm member={member} onDone={close} onCancel={close} />}
                </DialogButton>
              )}
            </Group>
            {member.emailBouncedAt && (
              <Alert color="orange" variant="outline" title={`△ ${t('members.bounced')}`}>
                {t('members.details.bounced', { day: formatDay(member.emailBouncedAt) })}
              </Alert>
            )}
            <Facts member={member} />
            <ResidencySection member={member} />
            <BillingSection member={member} />
            {holds(me, ...ACCOUNTANTS) && <PrepaidSection memberId={id} />}
            <CardsSection member={member} />
            <AccountSection member={member} />
            {holds(me, 'trainer', 'manager', 'administrator') && <InductionsSection memberId={id} />}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}
