import { Button } from '@mantine/core';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnceMore } from '../../parts/once-more';
import { ProblemAlert } from '../../parts/problem-alert';
import { useWish, type Wish } from './commands';

interface Props {
  readonly machineId: string;
  readonly name: string;
  readonly connection: string | undefined;
  /** It goes on by the answer to its question, which says with which spool. */
  readonly asksForSpool: boolean;
  /** It has a switch that is reached from here. */
  readonly isVirtual: boolean;
  readonly runId: string | undefined;
  readonly fileName: string | undefined;
  readonly isBedOccupied: boolean;
  readonly bedRunId: string | null;
  /** False while what is shown is the past: nothing is asked on the ground of it. */
  readonly isLive: boolean;
}

/** What lab staff may ask of a machine now. Only plain values come in: temperatures do not draw it again. */
export const Actions = memo(function Actions(props: Props) {
  const {
    machineId,
    name,
    connection,
    asksForSpool,
    isVirtual,
    runId,
    fileName,
    isBedOccupied,
    bedRunId,
    isLive,
  } = props;
  const { t } = useTranslation();
  const wish = useWish();
  const [isAsking, setIsAsking] = useState(false);
  const { reset } = wish;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked of how things were is over
  useEffect(reset, [connection, runId, isBedOccupied]);
  // Not `disabled`: that would take the focus away from whoever has just pressed it.
  const isBlocked = !isLive || wish.isPending || connection === 'pausing';
  const button = (action: Wish['action'], ask: () => void) => (
    <Button
      key={action === 'resume' ? 'pause' : action}
      size="md"
      variant={action === 'bed-clear' ? 'filled' : 'default'}
      loading={wish.isPending && wish.variables.action === action}
      data-disabled={isBlocked || undefined}
      aria-disabled={isBlocked}
      onClick={isBlocked ? undefined : ask}
    >
      {t(`wall.do.${action}`)}
      <span className="sr-only"> – {name}</span>
    </Button>
  );
  const toggle = connection === 'paused' ? 'resume' : 'pause';
  const isPausable = ['printing', 'pausing', 'paused'].includes(connection ?? '') && !asksForSpool;
  const isLost = connection !== undefined && ['halted', 'faulted', 'disconnected'].includes(connection);
  return (
    <>
      <div className="card-actions">
        {runId && isPausable && button(toggle, () => wish.mutate({ action: toggle, runId }))}
        {runId && connection !== 'cancelling' && button('cancel', () => setIsAsking(true))}
        {!runId &&
          isBedOccupied &&
          button('bed-clear', () => wish.mutate({ action: 'bed-clear', machineId, runId: bedRunId }))}
        {isLost && !isVirtual && button('reconnect', () => wish.mutate({ action: 'reconnect', machineId }))}
        {isLost &&
          isVirtual &&
          button('power-cycle', () => wish.mutate({ action: 'power-cycle', machineId }))}
      </div>
      {wish.isSuccess && (
        <p role="status" className="quiet">
          {t('wall.asked')}
        </p>
      )}
      {wish.isError && <ProblemAlert error={wish.error} />}
      {isAsking && runId && (
        <OnceMore
          title={t('wall.cancelTitle', { file: fileName })}
          confirm={t('wall.do.cancel')}
          onConfirm={() => {
            wish.mutate({ action: 'cancel', runId });
            setIsAsking(false);
          }}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('wall.cancelText', { name })}</p>
        </OnceMore>
      )}
    </>
  );
});
