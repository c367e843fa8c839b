/** Why a file is certainly not printable G-code, found before megabytes are sent for nothing. The server decides. */
export type Refusal = 'project' | 'model' | 'binary' | 'empty' | 'large' | 'folder';

/** The service's default limit. */
const LARGEST_BYTES = 500 * 1024 * 1024;

const BY_EXTENSION: Readonly<Record<string, Refusal>> = {
  '3mf': 'project',
  stl: 'model',
  obj: 'model',
  amf: 'model',
  step: 'model',
  stp: 'model',
  bgcode: 'binary',
};

export function refusalOf({ name, size }: { name: string; size: number }): Refusal | undefined {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  const wrong = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  if (wrong) return wrong;
  if (size === 0) return 'empty';
  return size > LARGEST_BYTES ? 'large' : undefined;
}

/** A chosen file, and its error if it has one. */
export interface Chosen {
  readonly file: File;
  readonly refusal: Refusal | undefined;
}

export const chosenOf = (files: Iterable<File>): Chosen[] =>
  [...files].map((file) => ({ file, refusal: refusalOf(file) }));

/** The dropped files; browsers give a folder as a file that cannot be read. */
export function dropped({ items, files }: DataTransfer): Chosen[] {
  const entries = [...items].filter(({ kind }) => kind === 'file');
  if (entries.length === 0) return chosenOf(files);
  return entries.flatMap((item): Chosen[] => {
    const file = item.getAsFile();
    if (!file) return [];
    const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false;
    return [{ file, refusal: isFolder ? 'folder' : refusalOf(file) }];
  });
}
