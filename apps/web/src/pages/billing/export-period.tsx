import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePageParams, withParam } from '../../parts/page-params';
import { todayInParis } from '../settings/today';
import { type Span, usualPeriods } from './periods';

const USUAL = ['lastMonth', 'thisYear', 'lastYear'] as const;

/** The first and last day of the exports, and the periods that are mostly wanted. */
export function ExportPeriod({ span }: { span: Span }) {
  const { t } = useTranslation();
  const [, setParams] = usePageParams();
  const usual = usualPeriods(todayInParis());
  const choose = ({ from, to }: Span) =>
    setParams((before) => withParam(withParam(before, 'from', from), 'to', to), { replace: true });
  return (
    <div className="export-period">
      <TextInput
        type="date"
        label={t('billing.exports.from')}
        value={span.from}
        onChange={({ currentTarget }) => choose({ ...span, from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('billing.exports.to')}
        value={span.to}
        onChange={({ currentTarget }) => choose({ ...span, to: currentTarget.value })}
      />
      {USUAL.map((name) => (
        <Button key={name} variant="default" className="touch" onClick={() => choose(usual[name])}>
          {t(`billing.exports.${name}`)}
        </Button>
      ))}
    </div>
  );
}
