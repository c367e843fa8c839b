/** The ways to a machine. Its address says which one it is. */
export const CONNECTIONS = ['serial', 'virtual', 'network', 'mqtt', 'bridge'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export const isConnection = (text: string): text is Connection => CONNECTIONS.some((each) => each === text);

/** What a form asks for, instead of an address in one line. */
export interface Way {
  readonly connection: Connection;
  /** The device path, `host:port`, or the whole address of a broker; '' for the other ways. */
  readonly place: string;
  /** How many times faster than a real machine a virtual one is. */
  readonly speed: string;
}
interface Size {
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
}

/** Fast enough that a first print takes a minute, slow enough to see what happens. */
export const USUAL_SPEED = '20';
export const SPEEDS = ['1', '5', '20', '100'] as const;

const TCP = 'tcp://';

/** The way that an address describes. */
export function wayOf(address: string): Way {
  const other = { place: '', speed: USUAL_SPEED };
  if (address.startsWith('virtual:')) {
    const [, speed = '1'] = /[?&]speed=(\d+)/.exec(address) ?? [];
    return { ...other, connection: 'virtual', speed };
  }
  if (address.startsWith('bridge:')) return { ...other, connection: 'bridge' };
  if (address.startsWith(TCP)) return { ...other, connection: 'network', place: address.slice(TCP.length) };
  if (/^mqtts?:\/\//.test(address)) return { ...other, connection: 'mqtt', place: address };
  return { ...other, connection: 'serial', place: address };
}

/** The address of this way. A virtual machine knows its size from it. */
export function addressOf({ connection, place, speed }: Way, { widthMm, depthMm, heightMm }: Size): string {
  switch (connection) {
    case 'virtual':
      return `virtual:?speed=${speed}&size=${[widthMm, depthMm, heightMm].map(Math.round).join('x')}`;
    case 'bridge':
      return 'bridge:';
    case 'network':
      return place.startsWith(TCP) ? place : TCP + place;
    default:
      return place;
  }
}
