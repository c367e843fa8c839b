import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SerialPort } from 'serialport';

const DEVICES = '/dev';
/** Names that do not depend on the order in which devices are plugged in. */
const BY_ID = '/dev/serial/by-id';
/** What Linux calls the serial devices behind a USB plug. The computer's own UARTs (ttyS0 …) are always there. */
const USB_DEVICE = /^tty(USB|ACM)\d+$/;

/** A serial device that is plugged in, as the system describes it. */
export interface SerialDevice {
  /** The path to use: a stable one where there is one. */
  readonly path: string;
  /** The system's own path of the same device. */
  readonly device: string;
  readonly maker: string | null;
  readonly product: string | null;
  readonly serialNumber: string | null;
}

const stablePath = (pnpId: string | undefined): string | undefined => {
  const path = pnpId && join(BY_ID, pnpId);
  return path && existsSync(path) ? path : undefined;
};

/** The name that Windows shows, or the one that Linux made of maker and product. */
const productOf = (port: { readonly pnpId?: string | undefined }): string | null => {
  const { friendlyName } = port as { readonly friendlyName?: string };
  const named = port.pnpId?.replace(/^usb-/, '').replace(/-if\d+(-port\d+)?$/, '');
  return friendlyName ?? named?.replaceAll('_', ' ') ?? null;
};

/** Without udev, as in a small container: the stable paths are all that is known. */
async function listByPath(): Promise<SerialDevice[]> {
  const names = await readdir(BY_ID).catch(() => []);
  return names.map((name) => {
    const path = join(BY_ID, name);
    const product = productOf({ pnpId: name });
    return { path, device: path, maker: null, product, serialNumber: null };
  });
}

/** The serial devices that are plugged in by USB; never the computer's own ports, behind which there is nothing. */
export async function listSerialDevices(): Promise<SerialDevice[]> {
  try {
    const ports = await SerialPort.list();
    return ports
      .filter(({ vendorId }) => vendorId !== undefined)
      .map((port) => ({
        path: stablePath(port.pnpId) ?? port.path,
        device: port.path,
        maker: port.manufacturer ?? null,
        product: productOf(port),
        serialNumber: port.serialNumber ?? null,
      }));
  } catch {
    return listByPath();
  }
}

/**
 * A text that changes when a device is plugged in or pulled out. On Linux it costs one directory; `listSerialDevices`
 * starts a program.
 */
export async function serialDevicesKey(): Promise<string> {
  if (process.platform !== 'linux') return JSON.stringify(await listSerialDevices());
  const names = await readdir(DEVICES).catch(() => []);
  return names.filter((name) => USB_DEVICE.test(name)).join(' ');
}
