import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

/** A press that moves less is not a drag. */
const BEGINS_PX = 4;
/** So near to the edge of the window, it scrolls. */
const EDGE_PX = 96;
const SCROLL_PX = 9;

interface Drag {
  readonly row: HTMLElement;
  readonly fromY: number;
  y: number;
  isMoving: boolean;
  frame: number;
}

const rowsOf = (list: HTMLElement): readonly HTMLElement[] =>
  [...list.children].filter((each): each is HTMLElement => each instanceof HTMLElement);

/** The index at which the row would stand: behind all others whose middle is above the pointer. */
function targetOf(list: HTMLElement, dragged: HTMLElement, y: number): number {
  const others = rowsOf(list).filter((row) => row !== dragged);
  return others.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

/** Shows a line where the row would be put. */
function mark(list: HTMLElement, dragged: HTMLElement, y: number): void {
  const rows = rowsOf(list);
  const [from, to] = [rows.indexOf(dragged), targetOf(list, dragged, y)];
  for (const [at, row] of rows.entries()) {
    if (at !== to || to === from) delete row.dataset.drop;
    else row.dataset.drop = to < from ? 'above' : 'below';
  }
}

/**
 * Drags rows of a list by their handles, with a mouse, a pen or a finger. The rows stay in place until the drop; a line
 * shows where the row goes. It works on the elements themselves: nothing is rendered again while the pointer moves.
 * @returns the handler of the handles
 */
export function useDrag(list: RefObject<HTMLElement | null>, move: (from: number, to: number) => void) {
  const drag = useRef<Drag | undefined>(undefined);

  const clean = () => {
    const { row, frame } = drag.current ?? {};
    drag.current = undefined;
    if (!row || !list.current) return;
    cancelAnimationFrame(frame ?? 0);
    row.style.translate = '';
    for (const each of rowsOf(list.current)) {
      delete each.dataset.drop;
      delete each.dataset.dragged;
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the end only
  useEffect(() => clean, []);

  const draw = () => {
    const now = drag.current;
    if (!now || !list.current) return;
    const edge = now.y < EDGE_PX ? -1 : now.y > window.innerHeight - EDGE_PX ? 1 : 0;
    if (edge !== 0) window.scrollBy(0, edge * SCROLL_PX);
    now.row.style.translate = `0 ${now.y + window.scrollY - now.fromY}px`;
    mark(list.current, now.row, now.y);
    now.frame = requestAnimationFrame(draw);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const row = event.currentTarget.closest('li');
    if (event.button !== 0 || !row) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      row,
      fromY: event.clientY + window.scrollY,
      y: event.clientY,
      isMoving: false,
      frame: 0,
    };
  };
  const onPointerMove = ({ clientY }: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    now.y = clientY;
    if (now.isMoving || Math.abs(clientY + window.scrollY - now.fromY) < BEGINS_PX) return;
    now.isMoving = true;
    now.row.dataset.dragged = '';
    draw();
  };
  const onPointerUp = () => {
    const now = drag.current;
    const rows = list.current ? rowsOf(list.current) : [];
    const [from, to] =
      now && list.current ? [rows.indexOf(now.row), targetOf(list.current, now.row, now.y)] : [0, 0];
    const isDrop = now?.isMoving === true && from >= 0;
    clean();
    if (isDrop && to !== from) move(from, to);
  };
  /** Escape leaves the row where it was. */
  const onKeyDown = ({ key }: { readonly key: string }): boolean => {
    if (key !== 'Escape' || !drag.current) return false;
    clean();
    return true;
  };
  return { pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: clean }, onKeyDown };
}
