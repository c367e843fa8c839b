/**
 * What to enter in each slicer, in the order of its own dialog. From the slicers' sources: PrusaSlicer 2.9, SuperSlicer
 * 2.5, OrcaSlicer 2.4 and Bambu Studio (`PhysicalPrinterDialog.cpp`, `PrintConfig.cpp`), and Cura's plugins OctoPrint
 * Connection 3.7 (`ManualInstanceDialog.qml`) and Upload to Moonraker 1.9 (`MoonrakerConfiguration.qml`).
 */

/** What goes into a field; `choice` is a word that one chooses there instead of typing. */
export type Value =
  | { readonly kind: 'choice'; readonly word: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Asked };
/** What only the service knows: the parts of an address, and the token with its user name. */
export type Asked =
  | 'address'
  | 'addressWithSlash'
  | 'shortAddress'
  | 'port'
  | 'path'
  | 'https'
  | 'token'
  | 'user';

/** A name in a slicer: a key of our words where the slicer has it in French, or the English that it always shows. */
export type Name = { readonly key: string } | { readonly english: string };

/** A field of a slicer's dialog. */
export interface Entry {
  readonly label: Name;
  readonly value: Value;
  /** The slicer fills it in by itself: one only compares. */
  readonly isFilled?: true;
}

/** One way in which a slicer can send. */
export interface Connection {
  readonly id: string;
  readonly entries: readonly Entry[];
  /** What it is called there. */
  readonly name: string;
  /** How one gets to the dialog: a key of the words. */
  readonly open: string;
  /** What one opens in Cura's list of printers. */
  readonly menu?: string;
  /** The title of the dialog. */
  readonly window: Name;
  /** The button that sends the first request. `request`: it opens our page, and the slicer gets its token there. */
  readonly button: 'test' | 'request' | 'none';
}

export interface Slicer {
  readonly id: SlicerId;
  readonly name: string;
  /** The first one is the simplest. */
  readonly connections: readonly [Connection, ...Connection[]];
}
export type SlicerId = 'prusaslicer' | 'superslicer' | 'orcaslicer' | 'bambustudio' | 'cura';

const choice = (key: string, word: string): Entry => ({ label: { key }, value: { kind: 'choice', word } });
const asked = (key: string, kind: Asked): Entry => ({ label: { key }, value: { kind } });
/** Of Cura's plugins, which are in English only. */
const ofCura = (english: string, value: Value, isFilled?: true): Entry => ({
  ...{ label: { english }, value },
  ...(isFilled && { isFilled }),
});

const PHYSICAL_PRINTER: Name = { key: 'physicalPrinter' };
const ADDRESS = asked('address', 'address');
const KEY = asked('key', 'token');
/** The dialog that PrusaSlicer and its descendants share, with this word as the type of host. */
const withKey = (id: string, open: string, type: string): Connection => ({
  ...{ id, open, name: type, window: PHYSICAL_PRINTER, button: 'test' },
  entries: [choice('hostType', type), ADDRESS, KEY],
});
const withUser = (open: string): Connection => ({
  ...{ id: 'prusalink', open, name: 'PrusaLink', window: PHYSICAL_PRINTER, button: 'test' },
  entries: [
    choice('hostType', 'PrusaLink'),
    ADDRESS,
    choice('authorization', 'HTTP digest'),
    asked('user', 'user'),
    asked('password', 'token'),
  ],
});

export const SLICERS: readonly Slicer[] = [
  {
    ...{ id: 'prusaslicer', name: 'PrusaSlicer' },
    connections: [
      withKey('octoprint', 'physicalPrinter', 'OctoPrint'),
      withUser('physicalPrinter'),
      withKey('prusaconnect', 'physicalPrinter', 'PrusaConnect'),
      withKey('moonraker', 'physicalPrinter', 'Klipper (via Moonraker)'),
      withKey('repetier', 'physicalPrinter', 'Repetier'),
    ],
  },
  {
    ...{ id: 'superslicer', name: 'SuperSlicer' },
    connections: [
      withKey('octoprint', 'physicalPrinter', 'OctoPrint'),
      withKey('repetier', 'physicalPrinter', 'Repetier'),
    ],
  },
  {
    ...{ id: 'orcaslicer', name: 'OrcaSlicer' },
    connections: [
      withKey('octoprint', 'connectionIcon', 'Octo/Klipper'),
      withUser('connectionIcon'),
      withKey('moonraker', 'connectionIcon', 'Moonraker (Klipper)'),
      withKey('repetier', 'connectionIcon', 'Repetier'),
    ],
  },
  {
    ...{ id: 'bambustudio', name: 'Bambu Studio' },
    connections: [
      withKey('octoprint', 'thirdParty', 'OctoPrint'),
      withKey('repetier', 'thirdParty', 'Repetier'),
    ],
  },
  {
    ...{ id: 'cura', name: 'Cura' },
    connections: [
      {
        ...{ id: 'curaOctoprint', name: 'OctoPrint connection', open: 'curaOctoprint', button: 'request' },
        menu: 'Connect OctoPrint',
        window: { english: 'Manually added OctoPrint instance' },
        entries: [
          ofCura('Instance Name', { kind: 'text', text: 'PandaFab' }),
          ofCura('IP Address or Hostname', { kind: 'shortAddress' }),
          ofCura('Port Number', { kind: 'port' }, true),
          ofCura('Path', { kind: 'path' }, true),
          ofCura('Use HTTPS', { kind: 'https' }, true),
        ],
      },
      {
        ...{
          id: 'curaMoonraker',
          name: 'Klipper/Moonraker Connection',
          open: 'curaMoonraker',
          button: 'none',
        },
        menu: 'Connect Moonraker',
        window: { english: 'Connect Moonraker' },
        entries: [
          ofCura('Moonraker Address (URL)', { kind: 'addressWithSlash' }),
          ofCura('API-Key (Optional)', { kind: 'token' }),
          ofCura('Format', { kind: 'choice', word: 'G-code' }),
        ],
      },
    ],
  },
];
