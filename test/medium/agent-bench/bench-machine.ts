import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { findProfile, ownProfiles } from '@pandafab/firmware';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { connectAsync } from 'mqtt';

const profile = () => findProfile(ownProfiles(), 'marlin-2');

export interface BenchMachine {
  readonly machine: VirtualMachine;
  /** Sends a command to the firmware outside the host's line, as its own knob would. */
  turnKnob(command: string): void;
  stop(): Promise<void>;
}

export interface TcpMachine extends BenchMachine {
  readonly address: string;
  readonly port: number;
  /** How many times a host has opened the line. */
  connections(): number;
  /** All that hosts have sent, as it came over the line. */
  heard(): string;
}

/** A virtual machine that is on, behind a TCP port. */
export async function startTcpMachine(speed: number, port = 0): Promise<TcpMachine> {
  let socket: Socket | undefined;
  let connections = 0;
  const heard: Buffer[] = [];
  const send = (bytes: Uint8Array) => socket?.write(bytes);
  const machine = new VirtualMachine({ profile: profile(), clock: systemClock, speed, send });
  const server: Server = createServer({ noDelay: true }, (opened) => {
    connections++;
    socket = opened;
    opened.on('data', (bytes) => {
      heard.push(bytes);
      machine.receive(bytes);
    });
    opened.on('error', () => opened.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  machine.powerOn();
  const chosen = (server.address() as AddressInfo).port;
  return {
    machine,
    address: `tcp://127.0.0.1:${chosen}`,
    port: chosen,
    connections: () => connections,
    heard: () => Buffer.concat(heard).toString('latin1'),
    turnKnob: (command) => machine.receive(Buffer.from(`${command}\n`)),
    stop: async () => {
      socket?.destroy();
      machine.powerOff();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A virtual machine behind a line bridge on a broker. */
export async function startBridgedMachine(
  speed: number,
  brokerUrl: string,
  credentials: { readonly username: string; readonly password: string },
  base: string,
): Promise<BenchMachine> {
  const client = await connectAsync(brokerUrl, { ...credentials, protocolVersion: 4 });
  const send = (bytes: Uint8Array) => client.publish(`${base}/from`, Buffer.from(bytes), { qos: 1 });
  const machine = new VirtualMachine({ profile: profile(), clock: systemClock, speed, send });
  client.on('message', (_topic, payload) => machine.receive(payload));
  await client.subscribeAsync(`${base}/to`, { qos: 1 });
  machine.powerOn();
  return {
    machine,
    turnKnob: (command) => machine.receive(Buffer.from(`${command}\n`)),
    stop: async () => {
      machine.powerOff();
      await client.endAsync(true);
    },
  };
}

/**
 * A part: heats, then extrudes `lines` times 0.1 mm while moving, `pauseMs` of the machine's time apart, and does
 * not switch its heaters off.
 */
export function part(lines: number, pauseMs = 0): string {
  const moves = Array.from({ length: lines }, (_, line) => {
    const move = `G1 X${10 + (line % 50)} E${((line + 1) / 10).toFixed(1)} F6000`;
    return pauseMs > 0 ? `${move}\nG4 P${pauseMs}` : move;
  });
  return ['; a test', 'G28', 'M104 S205', 'M109 S205', 'G92 E0', 'M82', ...moves, ''].join('\n');
}
