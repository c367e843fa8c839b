import { isIPv4 } from 'node:net';
import type { ResponseOutgoingPacket } from 'multicast-dns';

/** One record of the network's directory. */
export type Answer = ResponseOutgoingPacket['answers'][number];

/** The service by which slicers find an OctoPrint on their network (docs.octoprint.org, plugin Discovery). */
const SERVICE = '_octoprint._tcp.local';
/** RFC 6763 §9: the list of all kinds of services on the network. */
const ALL_SERVICES = '_services._dns-sd._udp.local';
/** RFC 6762 §10: short for what names a host or an address, long for the rest. */
const HOST_TTL_S = 120;
const OTHER_TTL_S = 4500;
/** RFC 1035 §2.3.4. */
const LONGEST_LABEL_BYTES = 63;
const SUFFIX = ' (PandaFab)';

/** A lab's address for slicers, as the network learns it. */
export interface Announcement {
  readonly labId: string;
  readonly labName: string;
  /** Without a slash at its end, such as `https://fab.example.org/s/fontaine`. */
  readonly address: string;
  /** The network addresses of the server, IPv4 or IPv6. */
  readonly hosts: readonly string[];
}

/** The records by their use; `all` in the order in which they are announced. */
export interface ServiceRecords {
  readonly service: Answer;
  readonly location: Answer;
  readonly details: Answer;
  readonly addresses: readonly Answer[];
  readonly all: readonly Answer[];
}

/** The lab's name as one label: dots would divide it. */
function instanceLabel(labName: string): string {
  const room = LONGEST_LABEL_BYTES - Buffer.byteLength(SUFFIX);
  let name = '';
  for (const letter of labName.replaceAll('.', ' ').replace(/\s+/g, ' ').trim()) {
    if (Buffer.byteLength(name + letter) > room) break;
    name += letter;
  }
  return `${name}${SUFFIX}`;
}

/**
 * `path` is read by all slicers, `version` is shown by them, and `useHttps` is Cura's; the others read HTTPS from port
 * 443 (OrcaSlicer Bonjour.cpp, Cura-OctoPrintPlugin OctoPrintOutputDevice.py).
 */
function textsFor({ protocol, pathname }: URL): string[] {
  return [`path=${pathname}`, 'version=1.10.0', ...(protocol === 'https:' ? ['useHttps=true'] : [])];
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);

/**
 * The records of an announcement (RFC 6763). `flush` is on those that no other device has. The host's name is our
 * own, so that a slicer finds the server's address in the same answer; PrusaSlicer asks for no second one.
 */
export function recordsOf({ labId, labName, address, hosts }: Announcement): ServiceRecords {
  const url = new URL(address);
  const instance = `${instanceLabel(labName)}.${SERVICE}`;
  const host = `pandafab-${labId.slice(-12)}.local`;
  const service: Answer = { type: 'PTR', name: SERVICE, ttl: OTHER_TTL_S, data: instance };
  const kind: Answer = { type: 'PTR', name: ALL_SERVICES, ttl: OTHER_TTL_S, data: SERVICE };
  const own = { class: 'IN', flush: true } as const;
  const location: Answer = {
    ...{ ...own, type: 'SRV', name: instance, ttl: HOST_TTL_S },
    data: { target: host, port: portOf(url), priority: 0, weight: 0 },
  };
  const details: Answer = { ...own, type: 'TXT', name: instance, ttl: OTHER_TTL_S, data: textsFor(url) };
  const addresses = hosts.map(
    (data): Answer => ({ ...own, type: isIPv4(data) ? 'A' : 'AAAA', name: host, ttl: HOST_TTL_S, data }),
  );
  const all = [service, kind, location, details, ...addresses];
  return { service, location, details, addresses, all };
}
