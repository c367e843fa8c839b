import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MachineTyped, newMachine, virtualMachine } from './machine-typed';
import { PortsList } from './ports-list';
import { SourceCard } from './source-card';

interface Props {
  readonly labId: string;
  readonly onChoose: (typed: MachineTyped) => void;
  /** The level of its headings, where it is a part of something. */
  readonly level?: 2 | 3;
}

/** Where the new machine is: at a port of the lab's computer, in the network, or nowhere but in the computer itself. */
export function MachineSource({ labId, onChoose, level = 2 }: Props) {
  const { t } = useTranslation();
  return (
    <div className="machine-sources">
      <SourceCard
        level={level}
        icon="plug-connected"
        title={t('machines.source.port')}
        about={t('machines.source.portAbout')}
      >
        <PortsList labId={labId} onChoose={onChoose} />
      </SourceCard>
      <SourceCard
        level={level}
        icon="cpu"
        title={t('machines.source.virtual')}
        about={t('machines.source.virtualAbout')}
      >
        <Button
          variant="default"
          className="touch"
          onClick={() => onChoose(virtualMachine(t('machines.source.virtualName')))}
        >
          {t('machines.source.virtualMake')}
        </Button>
      </SourceCard>
      <SourceCard
        level={level}
        icon="server"
        title={t('machines.source.network')}
        about={t('machines.source.networkAbout')}
      >
        <Button
          variant="default"
          className="touch"
          onClick={() => onChoose(newMachine({ connection: 'network' }))}
        >
          {t('machines.source.networkMake')}
        </Button>
      </SourceCard>
    </div>
  );
}
