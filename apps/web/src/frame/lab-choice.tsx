import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Lab, labsQuery, meQuery } from '../api/queries';

const CHOSEN = 'pandafab-lab';

interface LabChoice {
  readonly labs: readonly Lab[];
  /** Undefined where the network has no lab yet. */
  readonly lab: Lab | undefined;
  readonly choose: (labId: string) => void;
}
const Context = createContext<LabChoice | undefined>(undefined);

/** The lab that the pages show: the last one chosen on this computer, else the person's home lab, else the first. */
export function LabChoiceProvider({ children }: { children: ReactNode }) {
  const { data: labs } = useSuspenseQuery(labsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(CHOSEN));
  const choice = useMemo(() => {
    const byId = (id: string | null) => labs.find((each) => each.id === id);
    const held = me.roles.find(({ labId }) => labId !== null)?.labId ?? null;
    const lab = byId(chosen) ?? byId(held) ?? byId(me.member.homeLabId) ?? labs[0];
    const choose = (labId: string) => {
      window.localStorage.setItem(CHOSEN, labId);
      setChosen(labId);
    };
    return { labs, lab, choose };
  }, [labs, me, chosen]);
  return <Context value={choice}>{children}</Context>;
}

export function useLab(): LabChoice {
  const choice = useContext(Context);
  if (!choice) throw new Error('useLab outside LabChoiceProvider');
  return choice;
}
