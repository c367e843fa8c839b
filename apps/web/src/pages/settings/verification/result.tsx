import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatMoment, formatNumber } from '../../../parts/format';
import { Notice } from '../../../parts/notice';
import { Fact } from '../fact';

type Verification = Schemas['ChainVerification'];

/** The result of the latest verification: whole, or the first record that is wrong. */
export function Result({ verification }: { verification: Verification }) {
  return (
    <>
      <Verdict verification={verification} />
      {verification.endedAt && <Counted verification={verification} />}
    </>
  );
}

function Verdict({ verification: { state, problem } }: { verification: Verification }) {
  const { t } = useTranslation();
  if (state === 'whole')
    return (
      <p className="settings-good" role="status">
        <b>✓ {t('verification.state.whole')}</b>
      </p>
    );
  if (state === 'running') return <p role="status">{t('verification.state.running')}</p>;
  if (state === 'never') return <p>{t('verification.state.never')}</p>;
  return (
    <Notice tone="bad" role="status" title={problem?.what ?? t('verification.state.failed')}>
      <p>{problem?.cure ?? t('verification.failedCure')}</p>
      {problem && <p>{t('verification.brokenCure')}</p>}
    </Notice>
  );
}

/** When it was, and what was compared. */
function Counted({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  const { endedAt, links, documents, erased, files, withFiles, head } = verification;
  const figures = [
    ['links', links],
    ['documents', documents],
    ['files', withFiles ? files : null],
    // Most networks never erase a client.
    ['erased', erased || null],
  ] as const;
  return (
    <dl className="facts">
      <Fact name={t('verification.at')}>{endedAt && formatMoment(endedAt)}</Fact>
      {figures.map(
        ([name, count]) =>
          count !== null && (
            <Fact key={name} name={t(`verification.${name}`)}>
              {formatNumber(count)}
            </Fact>
          ),
      )}
      {head && (
        <Fact name={t('verification.head', { sequence: formatNumber(head.sequence) })}>
          <code className="typed">{head.hash}</code>
        </Fact>
      )}
    </dl>
  );
}
