/** One part of a form: a text, or a file with the bytes of its name. */
export type Part =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: Buffer; readonly fileName: string | Buffer };

export interface Form {
  readonly contentType: string;
  readonly body: Buffer;
}

const field = (name: string, value: string): Part => ({ name, value });
const file = (content: string | Buffer, fileName: string | Buffer, name = 'file'): Part => ({
  ...{ name, fileName },
  file: Buffer.from(content),
});
export const part = { field, file };

function written(parts: readonly Part[], boundary: string, textType: string): Buffer {
  const chunks = parts.flatMap((each) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${each.name}"`;
    if ('value' in each) return [Buffer.from(`${head}${textType}\r\n\r\n${each.value}\r\n`)];
    return [
      Buffer.from(`${head}; filename="`),
      Buffer.from(each.fileName),
      Buffer.from('"\r\nContent-Type: application/octet-stream\r\n\r\n'),
      ...[each.file, Buffer.from('\r\n')],
    ];
  });
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
}

/** As libcurl's mime API writes it: PrusaSlicer, SuperSlicer, OrcaSlicer, Bambu Studio. */
export function curlForm(parts: readonly Part[]): Form {
  const boundary = '------------------------d74496d66958873e';
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: written(parts, boundary, '') };
}

/** As Qt's QHttpMultiPart writes it for Cura's plugins. */
export function qtForm(parts: readonly Part[], isQuoted = true): Form {
  const boundary = 'boundary_.oOo._O+mF/Kh3LMzDkEhrVcuyOvTMgLfKfmxJ=';
  const value = isQuoted ? `"${boundary}"` : boundary;
  const body = written(parts, boundary, '\r\nContent-Type: text/plain');
  return { contentType: `multipart/form-data; boundary=${value}`, body };
}
