import { useTranslation } from 'react-i18next';
import type { Connection, Slicer } from './slicers';

/** Connections of which the words say more than the name. */
const NOTED: Readonly<Record<string, string>> = {
  prusalink: 'prusalink',
  prusaconnect: 'prusaconnect',
  repetier: 'repetier',
};

interface Props {
  readonly slicer: Slicer;
  readonly chosen: Connection;
  readonly choose: (connectionId: string) => void;
}

/** The further ways in which a slicer can send: folded, because the first one is nearly always right. */
export function OtherConnections({ slicer, chosen, choose }: Props) {
  const { t } = useTranslation();
  return (
    <details className="slicers-other" open={chosen !== slicer.connections[0] || undefined}>
      <summary>{t('slicers.other')}</summary>
      <fieldset>
        <legend className="quiet">{t('slicers.otherHelp')}</legend>
        {slicer.connections.map(({ id, name }, at) => (
          <label key={id}>
            <input type="radio" name="connection" checked={id === chosen.id} onChange={() => choose(id)} />
            {t(`slicers.connection.${at === 0 ? 'simple' : (NOTED[id] ?? 'plain')}`, { name })}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
