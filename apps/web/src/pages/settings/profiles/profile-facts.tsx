import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatCelsius, formatDuration, formatNumber } from '../../../parts/format';
import { Fact } from '../fact';
import { SettingsSection } from '../settings-section';

type Profile = Schemas['FirmwareProfile'];

const MINUTE_SECONDS = 60;

/** The limits, the reach and the assumed times of a profile. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { id, basedOn, limits, volume, durations, numbersLines, pauseKeepsHeatMinutes } = profile;
  const axes = ({ x, y, z }: Schemas['ProfileAxes']) =>
    t('profiles.axes', { x: formatNumber(x, 1), y: formatNumber(y, 1), z: formatNumber(z, 1) });
  const perSecond = (celsius: number) => t('profiles.perSecond', { celsius: formatNumber(celsius, 2) });
  return (
    <>
      <SettingsSection title={t('profiles.limits')}>
        <dl className="facts">
          <Fact name={t('profiles.nozzle')}>{formatCelsius(limits.maxNozzleCelsius)}</Fact>
          <Fact name={t('profiles.bed')}>{formatCelsius(limits.maxBedCelsius)}</Fact>
          <Fact name={t('profiles.extruders')}>{formatNumber(limits.extruders)}</Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('profiles.reach')}>
        <p className="quiet">{t('profiles.reachAbout')}</p>
        <dl className="facts">
          <Fact name={t('profiles.below')}>{axes(volume.belowMm)}</Fact>
          <Fact name={t('profiles.beyond')}>{axes(volume.beyondMm)}</Fact>
          <Fact name={t('profiles.stopsAtEnds')}>
            {t(volume.stopsAtEnds ? 'profiles.stopsAtEndsYes' : 'profiles.stopsAtEndsNo')}
          </Fact>
          <Fact name={t('profiles.homesOverBed')}>{t(volume.homesOverBed ? 'common.yes' : 'common.no')}</Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('profiles.durations')}>
        <p className="quiet">{t('profiles.durationsAbout')}</p>
        <dl className="facts">
          <Fact name={t('profiles.nozzleHeating')}>{perSecond(durations.nozzleCelsiusPerSecond)}</Fact>
          <Fact name={t('profiles.bedHeating')}>{perSecond(durations.bedCelsiusPerSecond)}</Fact>
          <Fact name={t('profiles.chamberHeating')}>{perSecond(durations.chamberCelsiusPerSecond)}</Fact>
          <Fact name={t('profiles.toolChange')}>{formatDuration(durations.toolChangeSeconds)}</Fact>
          <Fact name={t('profiles.filamentChange')}>{formatDuration(durations.filamentChangeSeconds)}</Fact>
          <Fact name={t('profiles.pauseKeeps')}>
            {formatDuration(pauseKeepsHeatMinutes * MINUTE_SECONDS)}
          </Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('profiles.identity')}>
        <dl className="facts">
          <Fact name={t('profiles.id')}>{id}</Fact>
          <Fact name={t('profiles.protocol')}>
            {t(`profiles.protocols.${numbersLines ? 'numbered' : 'plain'}`)}
          </Fact>
          {basedOn.length > 0 && (
            <Fact name={t('profiles.basedOn')}>
              {basedOn.map((each) => each.replace(/^.*\//, '')).join(', ')}
            </Fact>
          )}
        </dl>
      </SettingsSection>
    </>
  );
}
