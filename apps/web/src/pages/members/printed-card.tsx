import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import type { Member } from '../../api/queries';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { QrPicture } from '../../parts/qr-picture';

interface Props {
  readonly member: Member;
  readonly cardId: string;
  readonly code: string;
}

/** A card of the size of a bank card, to print: on paper, only the card is seen. */
export function PrintedCard({ member, cardId, code }: Props) {
  const { t } = useTranslation();
  const picture = useQuery(
    get('/api/v1/members/{id}/cards/{cardId}/picture', { path: { id: member.id, cardId } }),
  );
  if (picture.isPending) return <Loading />;
  if (picture.isError) return <ProblemAlert error={picture.error} retry={() => void picture.refetch()} />;
  return (
    <>
      <div className="printed-card">
        <QrPicture picture={picture.data} label={t('members.cards.codeName', { code })} />
        <div>
          <b className="typed">{member.displayName}</b>
          <span className="typed">{code}</span>
          <span>{t('name')}</span>
        </div>
      </div>
      <Button className="touch" onClick={() => window.print()}>
        {t('members.cards.printNow')}
      </Button>
    </>
  );
}
