import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { targetIn, within } from './reorder';
import type { MoveRow } from './use-move';

interface Grabbed {
  readonly id: string;
  /** Where it would be put now. */
  readonly at: number;
}

interface Options {
  /** The rows on the screen. */
  readonly ids: readonly string[];
  /** The rows after all moves: those on the screen follow a moment later. */
  readonly idsNow: () => readonly string[];
  readonly move: MoveRow;
  /** Says what happened, for those who do not see it. */
  readonly say: (event: 'grabbed' | 'at' | 'dropped' | 'kept', id: string, at: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/**
 * Moves rows by keyboard: Alt and an arrow move a row at once. Space or Enter takes it; then the arrows carry it, Space
 * or Enter puts it down, and Escape leaves it where it was.
 */
export function useGrab({ ids, idsNow, move, say }: Options) {
  const [grabbed, setGrabbed] = useState<Grabbed>();
  const from = grabbed ? ids.indexOf(grabbed.id) : -1;
  const carry = (id: string, at: number) => {
    setGrabbed({ id, at });
    say('at', id, at);
  };
  const leave = () => {
    if (!grabbed) return;
    setGrabbed(undefined);
    say('kept', grabbed.id, from);
  };
  const drop = ({ id, at }: Grabbed) => {
    setGrabbed(undefined);
    move(id, { to: at });
    say('dropped', id, at);
  };
  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isHeld = grabbed?.id === id;
    if (event.key === 'Escape' && isHeld) leave();
    else if (step === undefined || !(isHeld || event.altKey)) return;
    else if (isHeld) carry(id, within(grabbed.at + step, ids.length));
    else {
      const now = idsNow();
      move(id, { by: step });
      say('dropped', id, targetIn(now, now.indexOf(id), { by: step }));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  /** Space, Enter, and the press of a screen reader; a mouse and a finger drag instead. */
  const onClick = (id: string) => (event: MouseEvent) => {
    if (event.detail !== 0) return;
    if (grabbed?.id === id) drop(grabbed);
    else {
      const at = idsNow().indexOf(id);
      setGrabbed({ id, at });
      say('grabbed', id, at);
    }
  };
  return {
    /** The row that is carried; undefined also when it has left the queue meanwhile. */
    grabbed: from >= 0 && grabbed ? { ...grabbed, from } : undefined,
    handle: (id: string) => ({ onKeyDown: onKeyDown(id), onClick: onClick(id), onBlur: leave }),
  };
}
