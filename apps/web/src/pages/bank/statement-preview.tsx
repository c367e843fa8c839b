import { List, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatEuros } from '../../parts/format';
import { Notice } from '../../parts/notice';
import type { Preview } from './bank';

/** What is in a file: sums, first lines, and each line that cannot be read. */
export function StatementPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { lines, brokenCount, broken } = preview;
  return (
    <Stack gap="sm" role="status">
      {!preview.fits && (
        <Notice
          title={t(preview.mapping === null ? 'bank.columnsUnknown' : 'bank.columnsUnfit')}
          tone="bad"
        />
      )}
      {lines > 0 && <Facts preview={preview} />}
      <Warnings preview={preview} />
      {brokenCount > 0 && (
        <Notice title={t('bank.broken', { count: brokenCount })} tone="bad">
          <List size="sm" className="bad-lines">
            {broken.map(({ line, code, what, cure }) => (
              <List.Item key={`${line} ${code}`} className="typed">
                <strong>{t('bank.brokenAt', { line })}</strong> – {what} {cure}
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
      {lines > 0 && <FirstLines preview={preview} />}
    </Stack>
  );
}

function Facts({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { lines, known, inCents, outCents, firstDay, lastDay, iban, account } = preview;
  const facts = [
    [
      t('bank.period'),
      t('bank.periodOf', { first: formatDay(firstDay ?? ''), last: formatDay(lastDay ?? '') }),
    ],
    [t('bank.linesFound'), known > 0 ? t('bank.linesOf', { count: lines, known }) : String(lines)],
    [t('bank.cameIn'), formatEuros(inCents)],
    [t('bank.wentOut'), formatEuros(outCents)],
    ...(iban ? [[t('bank.iban'), iban]] : []),
    ...(account ? [[t('bank.ofAccount'), account.name]] : []),
  ];
  return (
    <section aria-label={t('bank.found')}>
      <dl className="bank-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Warnings({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { lines, known, future, early, skipped, missingCents } = preview;
  const warnings = [
    lines > 0 && known === lines && t('bank.allKnown'),
    missingCents !== null &&
      missingCents !== 0 &&
      t('bank.missing', { amount: formatEuros(Math.abs(missingCents)) }),
    future > 0 && t('bank.futureCount', { count: future }),
    early > 0 && t('bank.earlyCount', { count: early }),
    skipped > 0 && t('bank.skipped', { count: skipped }),
  ].filter((each) => each !== false);
  if (warnings.length === 0) return null;
  return (
    <ul className="bank-warnings">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}

function FirstLines({ preview: { firstLines } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('bank.firstLines')}>
      <h3 className="bank-subtitle">{t('bank.firstLines')}</h3>
      <ul className="bank-first">
        {firstLines.map(({ line, day, cents, name, text }) => (
          <li key={`${line} ${text} ${cents}`}>
            <span>{formatDay(day)}</span>
            <span className="typed">
              {name} {text}
            </span>
            <b>{formatEuros(cents)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
