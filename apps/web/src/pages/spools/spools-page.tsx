import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lab } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { AddSpool } from './add-spool';
import { SpoolList } from './spool-list';
import { en, fr } from './words';

addWords('spools', { fr, en });

/** The spools of a lab, on its shelves and machines. */
export default function SpoolsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { lab } = useLab();
  if (lab && holdsIn(me, lab.id, ...LAB_STAFF)) return <SpoolsOf key={lab.id} lab={lab} />;
  return <Page title={t('spools.title')}>{lab ? <Empty title={t('spools.notYours')} /> : <NoLab />}</Page>;
}

function SpoolsOf({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t('spools.titleOf', { lab: lab.name })}
      actions={
        <DialogButton variant="filled" label={t('spools.add')}>
          {(close) => <AddSpool labId={lab.id} onDone={close} />}
        </DialogButton>
      }
    >
      <Text size="sm" className="quiet">
        {t('spools.scale')}
      </Text>
      <SpoolList labId={lab.id} />
    </Page>
  );
}
