import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { formatCelsius, formatNumber } from '../../parts/format';

/** Limits, address (for the staff of the lab), and what the machine reports about itself. */
export function Facts({ machine, isStaff }: { machine: Machine; isStaff: boolean }) {
  const { t } = useTranslation();
  const { live, widthMm, depthMm, heightMm, maxNozzleCelsius, maxBedCelsius, maxChamberCelsius } = machine;
  const { nozzleUm, nozzleType, filamentUm, enclosed } = machine;
  const millimetres = (um: number | null) => (um === null ? [] : [`${formatNumber(um / 1000, 2)}\u00a0mm`]);
  const nozzle = [...millimetres(nozzleUm), ...(nozzleType ? [t(`machine.nozzle.${nozzleType}`)] : [])];
  const size = [widthMm, depthMm, heightMm].map((side) => formatNumber(side, 1)).join(' × ');
  const facts: readonly (readonly [string, string])[] = [
    ['maintenance', t(machine.inMaintenance ? 'common.yes' : 'common.no')],
    ['size', `${size}\u00a0mm`],
    ['nozzle', formatCelsius(maxNozzleCelsius)],
    ['bed', formatCelsius(maxBedCelsius)],
    ['chamber', maxChamberCelsius === null ? t('machine.facts.noChamber') : formatCelsius(maxChamberCelsius)],
    ['nozzleKind', nozzle.join(', ') || t('common.unknown')],
    ['filament', millimetres(filamentUm)[0] ?? t('common.unknown')],
    ['bedSurface', machine.bedSurface ?? t('common.unknown')],
    ['enclosed', t(enclosed === null ? 'common.unknown' : enclosed ? 'common.yes' : 'common.no')],
    ['tags', machine.tags.join(', ') || t('common.none')],
    ['unattended', t(`machine.unattended.${machine.unattended}`)],
    ['startNeedsPerson', t(machine.startNeedsPerson ? 'common.yes' : 'common.no')],
    ['profile', machine.profileId],
    ['firmware', live?.firmware ?? t('common.unknown')],
    ...(machine.address === null ? [] : [['address', lineOf(machine.address, machine.baudRate)] as const]),
  ];
  return (
    <>
      {isStaff && live?.profileMismatch && (
        <Alert color="orange" variant="outline" role="status" title={t('machine.facts.mismatch')}>
          {t('machine.facts.mismatchCure', {
            chosen: machine.profileId,
            recognised: live.recognisedProfileId ?? t('common.unknown'),
          })}
        </Alert>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`machine.facts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A device path also needs a line speed; a network address has none. */
const lineOf = (address: string, baudRate: number): string =>
  /^(\/|COM)/.test(address) ? `${address} – ${formatNumber(baudRate)}\u00a0bauds` : address;
