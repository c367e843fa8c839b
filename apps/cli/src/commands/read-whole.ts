import { analyseFile, type ExtrusionReading, type FileAnalysis } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';

/**
 * What a G-code file says, from its first byte to its last.
 * @param readings as which machines that may make it take E; the first one is used for the figures
 * @throws Fault FILE.NOT_READABLE {path, reason}, and the analyser's
 */
export async function readWhole(path: string, readings?: readonly ExtrusionReading[]): Promise<FileAnalysis> {
  try {
    return await analyseFile(path, readings);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall && code) throw new Fault('FILE.NOT_READABLE', { path, reason: code });
    throw error;
  }
}
