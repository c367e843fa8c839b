import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { Arrival } from './arrival';
import { DialogPicture } from './dialog-picture';
import { EntryList } from './entry-list';
import { OtherConnections } from './other-connections';
import { OwnSlicers } from './own-slicers';
import type { MadeToken } from './parts-of-address';
import { SlicerChoice } from './slicer-choice';
import { SLICERS, type Slicer, type SlicerId } from './slicers';
import { TargetChoice } from './target-choice';
import { Troubles } from './troubles';

const A_MINUTE_MS = 60_000;
const [FIRST] = SLICERS as readonly [Slicer, ...Slicer[]];

/** From the choice of a slicer to its first request: what to enter where, as that slicer's own window has it. */
export function Connect({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const addresses = useQuery({ ...get('/api/v1/slicer-addresses'), staleTime: A_MINUTE_MS });
  const [slicer, setSlicer] = useState(FIRST);
  const [connectionId, setConnection] = useState<string>();
  const [machineId, setMachine] = useState('');
  // Each slicer gets its own token: the list of tokens then says which one was used, and it is revoked alone.
  const [made, setMade] = useState<Partial<Record<SlicerId, MadeToken>>>({});
  if (addresses.isPending) return <Loading />;
  if (addresses.isError)
    return <ProblemAlert error={addresses.error} retry={() => void addresses.refetch()} />;
  const ofLab = addresses.data.items.filter((each) => each.labId === labId);
  const target = ofLab.find((each) => each.machineId === machineId) ?? ofLab[0];
  if (!target) return null;
  const connection = slicer.connections.find(({ id }) => id === connectionId) ?? slicer.connections[0];
  const token = made[slicer.id];
  const choose = (next: Slicer) => {
    setSlicer(next);
    setConnection(undefined);
  };
  return (
    <>
      <p className="slicers-lead">{t('slicers.lead')}</p>
      <section className="slicers-card" aria-labelledby="slicers-which">
        <h2 id="slicers-which">{t('slicers.which')}</h2>
        <SlicerChoice chosen={slicer} choose={choose} />
        <TargetChoice targets={ofLab} chosen={target} choose={setMachine} />
      </section>
      <section className="slicers-card" aria-labelledby="slicers-enter">
        <h2 id="slicers-enter">{t('slicers.enter', { slicer: slicer.name })}</h2>
        <div className="slicers-columns">
          <EntryList
            {...{ slicer, connection, target, made: token }}
            onMade={(next) => setMade((before) => ({ ...before, [slicer.id]: next }))}
          />
          <div className="slicers-aside">
            <DialogPicture {...{ slicer, connection, target, made: token }} />
            {/* Another slicer, or another way, is another wait. */}
            <Arrival key={`${slicer.id} ${connection.id}`} {...{ slicer, connection, made: token }} />
            {slicer.connections.length > 1 && (
              <OtherConnections slicer={slicer} chosen={connection} choose={setConnection} />
            )}
          </div>
        </div>
      </section>
      <div className="slicers-columns">
        <OwnSlicers />
        <Troubles address={target.address} isPrusa={slicer.id === 'prusaslicer'} />
      </div>
    </>
  );
}
