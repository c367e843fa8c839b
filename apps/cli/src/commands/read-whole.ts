import { analyseFile, type ExtrusionReading, type FileAnalysis } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';

/**
 * Analyses a G-code file from its first byte to its last.
 * @param readings how the machines that may print the file read E; the figures use the first one
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
