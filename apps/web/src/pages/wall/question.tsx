import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';
import { useWish } from './commands';

type Asked = NonNullable<NonNullable<Machine['live']>['needsPerson']>;

interface Props {
  readonly machineId: string;
  readonly asked: Asked;
  readonly isStaff: boolean;
  readonly mayAnswer: boolean;
}

/** What a machine waits for, in its own words where it has some, and what may be answered from here. */
export function Question({ machineId, asked, isStaff, mayAnswer }: Props) {
  const { t } = useTranslation();
  const wish = useWish();
  const toStaff = [`wall.asks.${asked.kind}`, 'wall.asks.other'];
  // A person's own pause is taken up again by the button beside it.
  const buttons = asked.kind === 'requested' ? [] : asked.buttons;
  const pressed = wish.isPending && wish.variables.action === 'answer' ? wish.variables.button : undefined;
  return (
    <div className="question">
      <p>{t(isStaff ? toStaff : [`wall.asksForMakers.${asked.kind}`, ...toStaff])}</p>
      {asked.message !== '' && <p className="said">{asked.message}</p>}
      {asked.cooled && <p>{t('wall.cooled')}</p>}
      {mayAnswer && buttons.length > 0 && (
        <Group gap="xs" mt={4}>
          {buttons.map((text, button) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place, also where two say the same
              key={`${asked.id}-${button}`}
              size="md"
              variant="default"
              loading={pressed === button}
              disabled={pressed !== undefined && pressed !== button}
              onClick={() => wish.mutate({ action: 'answer', machineId, request: asked.id, button })}
            >
              {asked.kind === 'cancel-stuck' ? t('wall.stopNow') : text}
            </Button>
          ))}
        </Group>
      )}
      {!isStaff && buttons.length > 0 && <p className="quiet">{t('wall.askStaff')}</p>}
      {wish.isError && <ProblemAlert error={wish.error} />}
    </div>
  );
}
