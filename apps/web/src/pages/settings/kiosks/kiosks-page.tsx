import { NativeSelect, Paper, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { type Answer, get } from '../../../api/get';
import { useLab } from '../../../frame/lab-choice';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { Confirm } from '../../../parts/confirm';
import { CopyField } from '../../../parts/copy-field';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Form } from '../../../parts/form/form';
import { formatDay, formatMoment } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { QrPicture } from '../../../parts/qr-picture';
import { StateBadge } from '../../../parts/state-badge';
import { SettingsFrame } from '../settings-frame';
import { en, fr } from './words';

addWords('kiosks', { fr, en });

const ADDRESS = '/api/v1/labs/{id}/kiosks';
type Kiosk = Answer<typeof ADDRESS>['items'][number];

/** The tablets at the doors of labs. */
export default function KiosksPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { labs, lab } = useLab();
  const own = labs.filter(({ id }) => holdsIn(me, id, ...LAB_STAFF));
  const [chosen, setChosen] = useState(() => (own.find(({ id }) => id === lab?.id) ?? own[0])?.id);
  return (
    <SettingsFrame
      name="kiosks"
      actions={
        chosen && (
          <DialogButton variant="filled" label={t('kiosks.add')}>
            {(close) => <NewKiosk labId={chosen} onDone={close} />}
          </DialogButton>
        )
      }
    >
      <p className="settings-intro">{t('kiosks.intro')}</p>
      {own.length > 1 && (
        <NativeSelect
          label={t('frame.lab')}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          maw="20rem"
        />
      )}
      {chosen ? <KioskList labId={chosen} /> : <Empty title={t('frame.noLabYet')} />}
    </SettingsFrame>
  );
}

function KioskList({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const kiosks = useQuery(get(ADDRESS, { path: { id: labId } }));
  if (kiosks.isPending) return <Loading />;
  if (kiosks.isError) return <ProblemAlert error={kiosks.error} retry={() => void kiosks.refetch()} />;
  if (kiosks.data.items.length === 0)
    return (
      <Empty title={t('kiosks.none')}>
        <p>{t('kiosks.noneCure')}</p>
      </Empty>
    );
  return (
    <ul className="rows">
      {kiosks.data.items.map((kiosk) => (
        <Row key={kiosk.id} kiosk={kiosk} />
      ))}
    </ul>
  );
}

function Row({ kiosk: { id, labId, name, createdAt, lastUsedAt, revokedAt } }: { kiosk: Kiosk }) {
  const { t } = useTranslation();
  return (
    <Paper component="li" withBorder p="sm">
      <div className="row">
        <b className="typed">{name}</b>
        <StateBadge tone={revokedAt ? 'bad' : 'good'}>
          {t(revokedAt ? 'kiosks.revoked' : 'kiosks.works')}
        </StateBadge>
      </div>
      <Text size="sm" className="quiet">
        {t('kiosks.since', { day: formatDay(createdAt) })} ·{' '}
        {lastUsedAt ? t('kiosks.used', { at: formatMoment(lastUsedAt) }) : t('kiosks.unused')}
      </Text>
      {!revokedAt && (
        <Confirm
          label={t('kiosks.revoke')}
          color="red"
          mt="xs"
          act={() =>
            content(
              api.DELETE('/api/v1/labs/{id}/kiosks/{kioskId}', {
                params: { path: { id: labId, kioskId: id } },
              }),
            )
          }
          touches={[[ADDRESS, { id: labId }]]}
        >
          <p>{t('kiosks.revokeText', { name })}</p>
        </Confirm>
      )}
    </Paper>
  );
}

function NewKiosk({ labId, onDone }: { labId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ url: string; code: { size: number; path: string } }>();
  if (made)
    return (
      <>
        <p>{t('kiosks.made')}</p>
        <QrPicture picture={made.code} label={t('kiosks.codeName')} />
        <CopyField label={t('kiosks.url')} text={made.url} />
      </>
    );
  return (
    <Form
      initial={{ name: '' }}
      send={({ name }) => content(api.POST(ADDRESS, { params: { path: { id: labId } }, body: { name } }))}
      touches={[[ADDRESS, { id: labId }]]}
      onDone={setMade}
      onCancel={onDone}
      submit={t('kiosks.create')}
    >
      {({ field }) => (
        <TextInput
          {...field('name')}
          required
          maxLength={80}
          label={t('kiosks.name')}
          description={t('kiosks.nameHelp')}
        />
      )}
    </Form>
  );
}
