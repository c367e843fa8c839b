import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { later } from '../../frame/later';
import { Button } from '../../parts/button';
import { ProblemAlert } from '../../parts/problem-alert';
import { buttonWords } from './button-words';
import { useMachineCommand } from './commands';

/** Loaded when a machine first asks: its select is heavier than the rest of the card. */
const SpoolOnNow = later(() => import('./spool-on-now'));

interface Props {
  readonly machine: Machine;
  readonly isStaff: boolean;
  readonly mayAnswer: boolean;
}

/** The question of a machine, in the machine's own words if it sent any, and the possible answers. */
export function Question({ machine, isStaff, mayAnswer }: Props) {
  const { t } = useTranslation();
  const command = useMachineCommand();
  /** Undefined: not answered yet; null: the person does not know. */
  const [spoolId, setSpoolId] = useState<string | null>();
  const { id: machineId, live } = machine;
  const asked = live?.needsPerson;
  if (!asked) return null;
  const { asksForSpool } = live;
  const toStaff = [`wall.asks.${asked.filament ? 'filament' : asked.kind}`, 'wall.asks.other'];
  // A pause that a person requested is resumed by the button next to it.
  const buttons = asked.kind === 'requested' ? [] : asked.buttons;
  const pressed =
    command.isPending && command.variables.action === 'answer' ? command.variables.button : undefined;
  return (
    <div className="question">
      <p>{t(isStaff ? toStaff : [`wall.asksForMakers.${asked.kind}`, ...toStaff])}</p>
      {isSaid(asked) && <p className="said">{asked.message}</p>}
      {asked.cooled && <p>{t('wall.cooled')}</p>}
      {mayAnswer && asksForSpool && buttons.length > 0 && (
        <Suspense>
          <SpoolOnNow key={asked.id} machine={machine} value={spoolId} change={setSpoolId} />
        </Suspense>
      )}
      {mayAnswer && buttons.length > 0 && (
        <div className="row">
          {buttons.map((text, button) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: a button is identified by its place: two may have the same text
              key={`${asked.id}-${button}`}
              isBusy={pressed === button}
              disabled={
                (pressed !== undefined && pressed !== button) || (asksForSpool && spoolId === undefined)
              }
              onClick={() =>
                command.mutate({
                  ...{ action: 'answer', machineId, request: asked.id, button },
                  ...(asksForSpool && spoolId !== undefined && { spoolId }),
                })
              }
            >
              {asked.kind === 'cancel-stuck' ? t('wall.stopNow') : buttonWords(text, t)}
            </Button>
          ))}
        </div>
      )}
      {!isStaff && buttons.length > 0 && <p className="quiet">{t('wall.askStaff')}</p>}
      {command.isError && <ProblemAlert error={command.error} />}
    </div>
  );
}

/** True when the message is shown: a bare M600 is not, because the sentence above it says more. */
const isSaid = ({ message, filament }: { message: string; filament?: boolean | undefined }): boolean =>
  message !== '' && !(filament && /^M600\b/.test(message));
