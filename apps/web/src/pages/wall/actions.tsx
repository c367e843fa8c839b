import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { OnceMore } from '../../parts/once-more';
import { ProblemAlert } from '../../parts/problem-alert';
import { type MachineCommand, useMachineCommand } from './commands';
import type { ReportedState } from './state';

const PAUSABLE: readonly ReportedState[] = ['printing', 'pausing', 'paused'];
const LOST: readonly ReportedState[] = ['halted', 'faulted', 'disconnected'];

interface Props {
  readonly machineId: string;
  readonly name: string;
  readonly reported: ReportedState | undefined;
  /** The answer to the machine's question resumes it, and says with which spool. */
  readonly asksForSpool: boolean;
  /** A virtual machine, whose power can be switched from this page. */
  readonly isVirtual: boolean;
  readonly runId: string | undefined;
  readonly fileName: string | undefined;
  readonly isBedOccupied: boolean;
  readonly bedRunId: string | null;
  /** False while the page shows an old state: no command is sent because of it. */
  readonly isLive: boolean;
}

/** The commands for lab staff. Its props are plain values, so that new temperatures do not render it again. */
export const Actions = memo(function Actions(props: Props) {
  const {
    machineId,
    name,
    reported,
    asksForSpool,
    isVirtual,
    runId,
    fileName,
    isBedOccupied,
    bedRunId,
    isLive,
  } = props;
  const { t } = useTranslation();
  const command = useMachineCommand();
  const [isAsking, setIsAsking] = useState(false);
  const { reset } = command;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state ends the result of the last command
  useEffect(reset, [reported, runId, isBedOccupied]);
  // Not `disabled`: that would take the focus away from the button that was just pressed.
  const isBlocked = !isLive || command.isPending || reported === 'pausing';
  const button = (action: MachineCommand['action'], ask: () => void) => (
    <Button
      key={action === 'resume' ? 'pause' : action}
      look={action === 'bed-clear' ? 'main' : undefined}
      isBusy={command.isPending && command.variables.action === action}
      aria-disabled={isBlocked}
      onClick={isBlocked ? undefined : ask}
    >
      {t(`wall.do.${action}`)}
      <span className="sr-only"> – {name}</span>
    </Button>
  );
  const toggle = reported === 'paused' ? 'resume' : 'pause';
  const isPausable = reported !== undefined && PAUSABLE.includes(reported) && !asksForSpool;
  const isLost = reported !== undefined && LOST.includes(reported);
  return (
    <>
      <div className="card-actions">
        {runId && isPausable && button(toggle, () => command.mutate({ action: toggle, runId }))}
        {runId && reported !== 'cancelling' && button('cancel', () => setIsAsking(true))}
        {!runId &&
          isBedOccupied &&
          button('bed-clear', () => command.mutate({ action: 'bed-clear', machineId, runId: bedRunId }))}
        {isLost &&
          !isVirtual &&
          button('reconnect', () => command.mutate({ action: 'reconnect', machineId }))}
        {isLost &&
          isVirtual &&
          button('power-cycle', () => command.mutate({ action: 'power-cycle', machineId }))}
      </div>
      {command.isSuccess && (
        <p role="status" className="quiet">
          {t('wall.asked')}
        </p>
      )}
      {command.isError && <ProblemAlert error={command.error} />}
      {isAsking && runId && (
        <OnceMore
          title={t('wall.cancelTitle', { file: fileName })}
          confirm={t('wall.do.cancel')}
          onConfirm={() => {
            command.mutate({ action: 'cancel', runId });
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
