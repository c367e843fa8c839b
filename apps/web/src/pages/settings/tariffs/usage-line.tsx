import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber } from '../../../parts/format';
import type { FileFigures, Usage } from './file-figures';

const PICTURE_PX = 96;

/** The figures that are priced: the time and the material, and of a file its name and picture. */
export function UsageLine({ usage }: { usage: Usage & Partial<FileFigures> }) {
  const { t } = useTranslation();
  const { fileName, picture, seconds, materials } = usage;
  const used = materials.map(({ material, milligrams }) => {
    const grams = formatNumber(milligrams / 1000, 2);
    return material
      ? t('tariffs.calculator.of', { grams, material })
      : t('tariffs.calculator.grams', { grams });
  });
  return (
    <div className="tariff-usage">
      {picture && <img src={picture} alt="" width={PICTURE_PX} height={PICTURE_PX} />}
      <p>
        {fileName && <b className="typed">{fileName}</b>}
        <span>{[formatDuration(seconds), ...used].join(' · ')}</span>
      </p>
    </div>
  );
}
