import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import * as download from '../../parts/download/words';
import { Page } from '../../parts/page';
import { usePageParams } from '../../parts/page-params';
import { todayInParis } from '../settings/today';
import { ExportPeriod } from './export-period';
import { FecSection, ListsSection, ReportingSection } from './export-sections';
import { usualPeriods } from './periods';
import { VatSection } from './vat-section';
import { en, fr } from './words';
import '../../parts/month-figures/month-figures.css';
import './billing.css';

addWords('billing', { fr, en });
addWords('download', download);

/** The files for the accountant and for tax returns. The period is in the page's address. */
export default function ExportsPage() {
  const { t } = useTranslation();
  const [params] = usePageParams();
  const { lastMonth } = usualPeriods(todayInParis());
  const span = { from: params.get('from') ?? lastMonth.from, to: params.get('to') ?? lastMonth.to };
  const isInOrder = span.from !== '' && span.from <= span.to;
  return (
    <Page title={t('billing.exports.title')} trail={[{ to: '/billing', label: t('billing.title') }]}>
      <p className="quiet">{t('billing.exports.intro')}</p>
      <ExportPeriod span={span} />
      {isInOrder ? (
        <div className="figures-grid">
          <FecSection span={span} />
          <VatSection span={span} />
          <ReportingSection span={span} />
          <ListsSection />
        </div>
      ) : (
        <p role="alert">{t('billing.exports.wrongPeriod')}</p>
      )}
    </Page>
  );
}
