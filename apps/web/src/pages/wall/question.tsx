import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';
import { buttonWords } from './button-words';
import { useWish } from './commands';
import { SpoolOnNow } from './spool-on-now';

interface Props {
  readonly machine: Machine;
  readonly isStaff: boolean;
  readonly mayAnswer: boolean;
}

/** What a machine waits for, in its own words where it has some, and what may be answered from here. */
export function Question({ machine, isStaff, mayAnswer }: Props) {
  const { t } = useTranslation();
  const wish = useWish();
  /** Undefined: not said yet; null: nobody knows. */
  const [spoolId, setSpoolId] = useState<string | null>();
  const { id: machineId, live } = machine;
  const asked = live?.needsPerson;
  if (!asked) return null;
  const { asksForSpool } = live;
  const toStaff = [`wall.asks.${asked.filament ? 'filament' : asked.kind}`, 'wall.asks.other'];
  // A person's own pause is taken up again by the button beside it.
  const buttons = asked.kind === 'requested' ? [] : asked.buttons;
  const pressed = wish.isPending && wish.variables.action === 'answer' ? wish.variables.button : undefined;
  return (
    <div className="question">
      <p>{t(isStaff ? toStaff : [`wall.asksForMakers.${asked.kind}`, ...toStaff])}</p>
      {isSaid(asked) && <p className="said">{asked.message}</p>}
      {asked.cooled && <p>{t('wall.cooled')}</p>}
      {mayAnswer && asksForSpool && buttons.length > 0 && (
        <SpoolOnNow key={asked.id} machine={machine} value={spoolId} change={setSpoolId} />
      )}
      {mayAnswer && buttons.length > 0 && (
        <Group gap="xs" mt={4}>
          {buttons.map((text, button) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place, also where two say the same
              key={`${asked.id}-${button}`}
              size="md"
              variant="default"
              loading={pressed === button}
              disabled={
                (pressed !== undefined && pressed !== button) || (asksForSpool && spoolId === undefined)
              }
              onClick={() =>
                wish.mutate({
                  ...{ action: 'answer', machineId, request: asked.id, button },
                  ...(asksForSpool && spoolId !== undefined && { spoolId }),
                })
              }
            >
              {asked.kind === 'cancel-stuck' ? t('wall.stopNow') : buttonWords(text, t)}
            </Button>
          ))}
        </Group>
      )}
      {!isStaff && buttons.length > 0 && <p className="quiet">{t('wall.askStaff')}</p>}
      {wish.isError && <ProblemAlert error={wish.error} />}
    </div>
  );
}

/** A bare command says less to people than the sentence above it. */
const isSaid = ({ message, filament }: { message: string; filament?: boolean | undefined }): boolean =>
  message !== '' && !(filament && /^M600\b/.test(message));
