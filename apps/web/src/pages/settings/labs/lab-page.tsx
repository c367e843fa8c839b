import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Lab } from '../../../api/queries';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { Fact } from '../fact';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { LabComputer } from './lab-computer';
import { LabForm } from './lab-form';
import { useLabsNow } from './use-labs-now';

/** One lab: the place, and the computer beside its machines. */
export function LabPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const labs = useLabsNow();
  const lab = labs.data?.find((each) => each.id === id);
  return (
    <SettingsFrame name="labs" of={lab?.name ?? t('settings.pages.labs.title')}>
      {labs.isPending && <Loading />}
      {labs.isError && <ProblemAlert error={labs.error} retry={() => void labs.refetch()} />}
      {labs.data && !lab && (
        <Empty title={t('labs.unknown')}>
          <p>{t('labs.unknownCure')}</p>
        </Empty>
      )}
      {lab && (
        <>
          <Place lab={lab} />
          <LabComputer lab={lab} isKnown={!labs.isError} />
        </>
      )}
    </SettingsFrame>
  );
}

function Place({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('labs.place')}>
      <dl className="facts">
        <Fact name={t('labs.zone')}>{lab.timeZone}</Fact>
        <Fact name={t('labs.columns.registration')}>
          {t(lab.selfRegistration ? 'labs.selfRegistration' : 'labs.noSelfRegistration')}
        </Fact>
      </dl>
      <div className="row">
        <DialogButton label={t('labs.change')} title={t('labs.changeOf', { lab: lab.name })}>
          {(close) => <LabForm lab={lab} onDone={close} />}
        </DialogButton>
      </div>
    </SettingsSection>
  );
}
