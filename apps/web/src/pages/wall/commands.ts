import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { askAgain } from '../../api/touched';

/** A command to a machine. It names the state that the person saw, so that a late click does not affect a newer one. */
export type MachineCommand =
  | { readonly action: 'pause' | 'resume' | 'cancel'; readonly runId: string }
  | { readonly action: 'bed-clear'; readonly machineId: string; readonly runId: string | null }
  | { readonly action: 'reconnect' | 'power-cycle' | 'withdraw-stop'; readonly machineId: string }
  | {
      readonly action: 'answer';
      readonly machineId: string;
      readonly request: number;
      readonly button: number;
      /** The spool that is loaded now; absent when the question does not ask for it. */
      readonly spoolId?: string | null;
    };

async function ask(command: MachineCommand): Promise<void> {
  if ('runId' in command && command.action !== 'bed-clear') {
    const { runId, action } = command;
    const params = { path: { id: runId } };
    await content(api.POST('/api/v1/runs/{id}/command', { params, body: { action } }));
    return;
  }
  const path = { id: command.machineId };
  if (command.action === 'bed-clear') {
    const query = command.runId ? { runId: command.runId } : {};
    await content(api.POST('/api/v1/machines/{id}/bed-clear', { params: { path, query } }));
  } else if (command.action === 'answer') {
    const { request, button, spoolId } = command;
    const body = { request, button, ...(spoolId !== undefined && { spoolId }) };
    await content(api.POST('/api/v1/machines/{id}/answer', { params: { path }, body }));
  } else if (command.action === 'power-cycle')
    await content(api.POST('/api/v1/machines/{id}/power-cycle', { params: { path } }));
  else if (command.action === 'withdraw-stop')
    await content(api.DELETE('/api/v1/machines/{id}/emergency-stop', { params: { path } }));
  else await content(api.POST('/api/v1/machines/{id}/reconnect', { params: { path } }));
}

/** Sends a command to a machine; the live state shows its result. */
export function useMachineCommand() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSettled: () => askAgain(queries, '/api/v1/jobs', '/api/v1/machines/{id}', '/api/v1/labs/{id}/spools'),
  });
}
