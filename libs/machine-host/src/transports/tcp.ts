import { connect, type Socket } from 'node:net';
import { Fault } from '@pandafab/shared';
import type { CloseReason, Link, Transport } from '../transport';

/** A machine behind a TCP port: a serial server, an ESP3D, or a virtual machine. */
export function tcpTransport(address: string, host: string, port: number): Transport {
  return { open: (onBytes, onClose) => open(address, connect({ host, port }), onBytes, onClose) };
}

function open(
  address: string,
  socket: Socket,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Promise<Link> {
  // With Nagle's algorithm a line would wait for the answer to the one before it.
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 10_000);
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(new Fault('MACHINE.UNREACHABLE', { address, reason: error.message }));
    socket.once('error', refuse);
    socket.once('connect', () => {
      socket.off('error', refuse);
      socket.on('data', onBytes);
      watch(socket, onClose);
      resolve({ write: (bytes) => socket.write(bytes), close: () => end(socket) });
    });
  });
}

function watch(socket: Socket, onClose: (why: CloseReason) => void): void {
  let failure: Error | null = null;
  socket.once('error', (error) => {
    failure = error;
  });
  socket.once('close', () => {
    if (failure) onClose({ kind: 'error', detail: failure.message });
    else
      onClose({ kind: socket.readableEnded ? 'unplugged' : 'closed', detail: 'the connection was closed' });
  });
}

function end(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    socket.once('close', () => resolve());
    // What was written just before, such as heaters-off, still leaves.
    socket.destroySoon();
  });
}
