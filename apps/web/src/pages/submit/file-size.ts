import { t } from '../../i18n/i18n';
import { formatNumber } from '../../parts/format';

/** “340 kB”, “12.4 MB”: as file managers show sizes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000))} ${t('submit.bytes.kB')}`;
  return `${formatNumber(bytes / 1_000_000, 1)} ${t('submit.bytes.MB')}`;
}
