// Reads {name: xml} as JSON on standard input and writes {name: [error]}: what the schema of Factur-X, profile EN 16931,
// says about each; with `--well-formed`, only whether each can be read. A program of its own, because libxml2-wasm is an
// ES module that Jest cannot load.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();
const entry = createRequire(fileURLToPath(import.meta.url)).resolve('@stackforge-eu/factur-x');
const schemaFile = join(dirname(entry), '../schema/en16931/FACTUR-X_EN16931.xsd');
const schema = XmlDocument.fromBuffer(readFileSync(schemaFile), { url: schemaFile });
const validator = XsdValidator.fromDoc(schema);

const isSchemaUsed = !process.argv.includes('--well-formed');

/** @param {string} xml @returns {string[]} */
function errorsOf(xml) {
  let document;
  try {
    document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NONET });
    if (isSchemaUsed) validator.validate(document);
    return [];
  } catch (error) {
    return error.details?.map(({ message, line }) => `${line}: ${message.trim()}`) ?? [String(error)];
  } finally {
    document?.dispose();
  }
}

const documents = JSON.parse(await text(process.stdin));
const answers = Object.entries(documents).map(([name, xml]) => [name, errorsOf(xml)]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
