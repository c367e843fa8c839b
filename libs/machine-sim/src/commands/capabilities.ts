import type { FirmwareProfile } from '@pandafab/firmware';

/** What the recorded machine answered; the profile's own words win. */
const RECORDED: Readonly<Record<string, boolean>> = {
  SERIAL_XON_XOFF: false,
  BINARY_FILE_TRANSFER: false,
  EEPROM: true,
  VOLUMETRIC: true,
  AUTOREPORT_POS: true,
  AUTOREPORT_TEMP: true,
  PROGRESS: false,
  PRINT_JOB: true,
  AUTOLEVEL: false,
  RUNOUT: false,
  Z_PROBE: false,
  LEVELING_DATA: false,
  BUILD_PERCENT: false,
  SOFTWARE_POWER: false,
  TOGGLE_LIGHTS: false,
  CASE_LIGHT_BRIGHTNESS: false,
  EMERGENCY_PARSER: false,
  HOST_ACTION_COMMANDS: false,
  PROMPT_SUPPORT: false,
  SDCARD: false,
  REPEAT: false,
  SD_WRITE: false,
  AUTOREPORT_SD_STATUS: false,
  LONG_FILENAME: false,
  LFN_WRITE: false,
  CUSTOM_FIRMWARE_UPLOAD: false,
  EXTENDED_M20: false,
  THERMAL_PROTECTION: true,
  MOTION_MODES: false,
  ARCS: true,
  BABYSTEPPING: false,
  EP_BABYSTEP: false,
  CHAMBER_TEMPERATURE: false,
  COOLER_TEMPERATURE: false,
  MEATPACK: false,
  CONFIG_EXPORT: false,
};

/** The `Cap:` lines of M115. ADVANCED_OK is no capability of Marlin's: it shows in the answers themselves. */
export function capabilityLines({ capabilities }: FirmwareProfile): string[] {
  const { ADVANCED_OK: _, ...told } = capabilities;
  return Object.entries({ ...RECORDED, ...told }).map(([name, has]) => `Cap:${name}:${has ? 1 : 0}`);
}
