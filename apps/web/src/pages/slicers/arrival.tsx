import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageIcon } from '../../design/page-icon';
import { clientName } from './client-name';
import type { MadeToken } from './parts-of-address';
import type { Connection, Slicer } from './slicers';
import { type SlicerToken, useSlicerTokens } from './use-slicer-tokens';

interface Props {
  readonly slicer: Slicer;
  readonly connection: Connection;
  readonly made: MadeToken | undefined;
}

/** Waits for the slicer's first request, and says when it came. */
export function Arrival({ slicer, connection, made }: Props) {
  const { t } = useTranslation();
  const isExpected = useExpected(slicer, connection, made);
  const waits = made !== undefined || connection.button === 'request';
  const { tokens } = useSlicerTokens((all) => waits && !all.some((each) => isExpected(each, all)));
  const came = tokens?.find((each) => isExpected(each, tokens));
  if (!waits) return null;
  return (
    <div className="arrival" role="status" data-state={came ? 'came' : 'waits'}>
      <PageIcon name={came ? 'circle-check' : 'circle-dashed'} />
      {came ? (
        <div>
          <p className="arrival-title">
            {t('slicers.arrival.came', { client: clientName(came.lastClient) ?? slicer.name })}
          </p>
          <p>
            {t('slicers.arrival.cameHelp')} <Link to="/jobs">{t('slicers.arrival.jobs')}</Link>
          </p>
        </div>
      ) : (
        <div>
          <p className="arrival-title">{t('slicers.arrival.waits', { slicer: slicer.name })}</p>
          <p>{t('slicers.arrival.waitsHelp')}</p>
        </div>
      )}
    </div>
  );
}

/**
 * Which token's use is the sign: the one that was made on this page; or, where the slicer asks for one itself, any that was
 * not there when the page began to wait.
 */
function useExpected({ name }: Slicer, { button }: Connection, made: MadeToken | undefined) {
  const before = useRef<ReadonlySet<string>>(undefined);
  return ({ id, lastUsedAt, name: tokenName }: SlicerToken, all: readonly SlicerToken[]): boolean => {
    before.current ??= new Set(all.map((each) => each.id));
    if (lastUsedAt === null) return false;
    return button === 'request' ? !before.current.has(id) && tokenName.startsWith(name) : id === made?.id;
  };
}
