import { List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { Confirm } from '../../parts/confirm';
import { formatEuros } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { useToast } from '../../parts/toasts/use-toast';
import { type Proposal, TOUCHED } from './bank';

/** The server books so many lines in one request. */
const AT_ONCE = 200;

/** Accepts all sure proposals that the page shows. What cannot be booked meanwhile is listed with its reason. */
export function AcceptSure({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [failed, setFailed] = useState<Schemas['FailedBankLine'][]>([]);
  const sure = proposals.filter(({ confidence }) => confidence === 'sure');
  const cents = sure.reduce((sum, each) => sum + each.restCents + partsOf(each), 0);
  const accept = async () => {
    const ids = sure.map(({ lineId }) => lineId);
    const answers: Schemas['AcceptedBankLines'][] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const body = { lineIds: ids.slice(at, at + AT_ONCE) };
      answers.push(await content(api.POST('/api/v1/bank/proposals/accept', { body })));
    }
    setFailed(answers.flatMap((answer) => answer.failed));
    toast(t('bank.accepted', { count: answers.reduce((sum, { booked }) => sum + booked, 0) }));
  };
  return (
    <>
      {sure.length > 0 && (
        <div>
          <Confirm
            label={t('bank.acceptSure', { count: sure.length })}
            variant="filled"
            act={accept}
            touches={TOUCHED}
          >
            <Text>{t('bank.acceptSureWhat', { count: sure.length, amount: formatEuros(cents) })}</Text>
          </Confirm>
        </div>
      )}
      {failed.length > 0 && (
        <Notice title={t('bank.failed', { count: failed.length })} role="status">
          <List size="sm" className="bad-lines">
            {failed.map(({ lineId, what, cure }) => (
              <List.Item key={lineId} className="typed">
                {what} {cure}
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
    </>
  );
}

const partsOf = ({ parts }: Proposal): number => parts.reduce((sum, { cents }) => sum + cents, 0);
