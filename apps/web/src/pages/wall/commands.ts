import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, content } from '../../api/client';

/** What is asked of a machine. Each names what the person saw, so that a late click does nothing to what came after. */
export type Wish =
  | { readonly action: 'pause' | 'resume' | 'cancel'; readonly runId: string }
  | { readonly action: 'bed-clear'; readonly machineId: string; readonly runId: string | null }
  | { readonly action: 'reconnect' | 'power-cycle' | 'withdraw-stop'; readonly machineId: string }
  | {
      readonly action: 'answer';
      readonly machineId: string;
      readonly request: number;
      readonly button: number;
      /** Which spool is on now; left out where it is not asked. */
      readonly spoolId?: string | null;
    };

async function ask(wish: Wish): Promise<void> {
  if ('runId' in wish && wish.action !== 'bed-clear') {
    const { runId, action } = wish;
    const params = { path: { id: runId } };
    await content(api.POST('/api/v1/runs/{id}/command', { params, body: { action } }));
    return;
  }
  const path = { id: wish.machineId };
  if (wish.action === 'bed-clear') {
    const query = wish.runId ? { runId: wish.runId } : {};
    await content(api.POST('/api/v1/machines/{id}/bed-clear', { params: { path, query } }));
  } else if (wish.action === 'answer') {
    const { request, button, spoolId } = wish;
    const body = { request, button, ...(spoolId !== undefined && { spoolId }) };
    await content(api.POST('/api/v1/machines/{id}/answer', { params: { path }, body }));
  } else if (wish.action === 'power-cycle')
    await content(api.POST('/api/v1/machines/{id}/power-cycle', { params: { path } }));
  else if (wish.action === 'withdraw-stop')
    await content(api.DELETE('/api/v1/machines/{id}/emergency-stop', { params: { path } }));
  else await content(api.POST('/api/v1/machines/{id}/reconnect', { params: { path } }));
}

/** Asks something of a machine; what came of it, the live picture shows. */
export function useWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['jobs'] }),
        queries.invalidateQueries({ queryKey: ['job'] }),
        queries.invalidateQueries({ queryKey: ['machine'] }),
        queries.invalidateQueries({ queryKey: ['spools'] }),
      ]),
  });
}
