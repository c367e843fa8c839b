import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { JsxEmit, ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Edit, Plant } from './plant';

const root = join(__dirname, '../../..');
const OURS = /require\("@pandafab\/([a-z-]+)"\)/g;

/** A separate project with the bug: a copy of the present build, in which the changed files are compiled again. */
export interface PlantedProject {
  readonly dist: string;
  readonly remove: () => void;
}

/** @throws Error when the source has changed, so that the bug cannot be planted as it was written */
export function planted(source: string, { file, from, to }: Edit): string {
  const places = source.split(from).length - 1;
  if (places !== 1) throw new Error(`${file} has this ${places} times instead of once: ${from}`);
  return source.replace(from, () => to);
}

/** Each file of the plant with all its edits. */
export function plantedFiles({ edits }: Plant): Map<string, string> {
  const files = new Map<string, string>();
  for (const edit of edits) {
    const source = files.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
    files.set(edit.file, planted(source, edit));
  }
  return files;
}

export function buildPlant(plant: Plant): PlantedProject {
  const files = plantedFiles(plant);
  const project = mkdtempSync(join(tmpdir(), `pandafab-planted-${plant.name}-`));
  for (const name of readdirSync(root))
    if (name !== 'dist') symlinkSync(join(root, name), join(project, name));
  const dist = join(project, 'dist');
  mkdirSync(dist);
  for (const name of ['apps', 'libs'])
    cpSync(join(root, 'dist', name), join(dist, name), { recursive: true });
  symlinkSync(join(root, 'dist/web'), join(dist, 'web'));
  for (const [file, source] of files) writeFileSync(join(dist, scriptOf(file)), compile(file, source));
  return { dist, remove: () => rmSync(project, { recursive: true, force: true }) };
}

const scriptOf = (file: string): string => file.replace(/\.ts$/, '.js');

/** Compiles one file as the build does (tsconfig.build.json). */
function compile(file: string, source: string): string {
  const { outputText } = transpileModule(source, {
    fileName: file,
    compilerOptions: {
      ...{ target: ScriptTarget.ES2022, module: ModuleKind.CommonJS, jsx: JsxEmit.None },
      ...{ experimentalDecorators: true, emitDecoratorMetadata: true, esModuleInterop: true },
    },
  });
  return outputText.replace(OURS, (_, library: string) => {
    const path = relative(dirname(file), join('libs', library, 'src/index'));
    return `require("${path.startsWith('.') ? path : `./${path}`}")`;
  });
}
