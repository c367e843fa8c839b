import type { OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schemas = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';
/** The suffix that nestjs-zod adds to the name of a schema that describes an answer. */
const ANSWER = '_Output';

/**
 * Shortens the name of each schema: `Job` for `JobDto_Output`. A schema that is the same in requests and in answers
 * is kept once; where the two differ, the schema of requests is called `ProfileInput`.
 */
export function tidySchemas(document: OpenAPIObject): OpenAPIObject {
  const plain: OpenAPIObject = JSON.parse(JSON.stringify(document), (_, value: Json) => simplified(value));
  const names = namesOf(plain.components?.schemas ?? {});
  const nameOf = (old: string) => names.get(old) ?? old;
  const renamed: OpenAPIObject = JSON.parse(JSON.stringify(plain), (key, value) =>
    key === '$ref' ? REFERENCE + nameOf(value.slice(REFERENCE.length)) : value,
  );
  const schemas = Object.entries(renamed.components?.schemas ?? {}).map(([old, schema]) => [
    nameOf(old),
    schema,
  ]);
  const extended = JSON.stringify(asExtensions(Object.fromEntries(schemas)));
  return { ...renamed, components: { ...renamed.components, schemas: JSON.parse(extended) } };
}

/** A schema with fewer fields than this is not treated as a part of another: many have an id and a name by chance. */
const LEAST_FIELDS = 4;

/** Describes a schema that has all fields of another, and more, as its extension: `CreatedMachine` is a `Machine`. */
function asExtensions(schemas: Readonly<Record<string, Json>>) {
  const objects = Object.entries(schemas).flatMap(([name, schema]) =>
    isObject(schema) && isObject(schema.properties) ? [{ name, schema, fields: schema.properties }] : [],
  );
  const result: Record<string, Json> = { ...schemas };
  for (const { name, schema, fields } of objects) {
    const [base] = objects
      .filter((each) => each.name !== name && isExtension(schema, each.schema))
      .sort((a, b) => Object.keys(b.fields).length - Object.keys(a.fields).length);
    if (!base) continue;
    const own = Object.entries(fields).filter(([field]) => !(field in base.fields));
    const required = namesIn(schema.required).filter((field) => !(field in base.fields));
    result[name] = {
      allOf: [
        { $ref: REFERENCE + base.name },
        { type: 'object', properties: Object.fromEntries(own), ...(required.length > 0 && { required }) },
      ],
    };
  }
  return result;
}

const namesIn = (list: Json | undefined): readonly string[] => (Array.isArray(list) ? list.map(String) : []);

/** True when one has every field of the other, with the same description and requirement, and more fields. */
function isExtension(
  one: { readonly [key: string]: Json },
  other: { readonly [key: string]: Json },
): boolean {
  if (!isObject(one.properties) || !isObject(other.properties)) return false;
  const [fields, fewer] = [one.properties, other.properties];
  const names = Object.keys(fewer);
  if (names.length < LEAST_FIELDS || names.length >= Object.keys(fields).length) return false;
  const [needed, neededThere] = [namesIn(one.required), namesIn(other.required)];
  return names.every(
    (name) =>
      inOrder(fields[name]) === inOrder(fewer[name]) && needed.includes(name) === neededThere.includes(name),
  );
}

/** As text, whatever the order of the fields: the generator does not always write them in the same order. */
const inOrder = (value: Json | undefined): string =>
  JSON.stringify(value, (_, part: Json) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/**
 * The same schema, shorter: without bounds that every JavaScript integer has, with null as a type next to another
 * (JSON Schema 2020-12 §6.1.1), and without the promise that answers will never have more fields.
 */
function simplified(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { minimum, maximum, additionalProperties, anyOf, ...rest } = schema;
  const scalar = scalarOrNull(anyOf);
  return {
    ...(scalar ? { ...scalar, type: [scalar.type ?? null, 'null'] } : anyOf !== undefined && { anyOf }),
    ...rest,
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    ...(additionalProperties !== undefined && additionalProperties !== false && { additionalProperties }),
  };
}

const SCALARS = ['string', 'number', 'integer', 'boolean'];

/** For “one of these or null”: the other schema, where it is a plain value. */
function scalarOrNull(anyOf: Json | undefined) {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [one, none]: readonly Json[] = anyOf;
  if (!isObject(one) || !isObject(none) || none.type !== 'null') return undefined;
  const isPlain = SCALARS.includes(String(one.type)) && !('enum' in one) && !('const' in one);
  return isPlain ? one : undefined;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function namesOf(schemas: Schemas): ReadonlyMap<string, string> {
  const short = (name: string) => name.replace(ANSWER, '').replace(/Dto$/, '');
  const answers = new Map(
    Object.keys(schemas)
      .filter((name) => name.endsWith(ANSWER))
      .map((name) => [short(name), name]),
  );
  const nameOf = (name: string): string => {
    const answer = answers.get(short(name));
    const isAlike = answer === undefined || textOf(schemas, name) === textOf(schemas, answer);
    return isAlike ? short(name) : `${short(name)}Input`;
  };
  return new Map(Object.keys(schemas).map((name) => [name, nameOf(name)]));
}

/** A schema with all schemas that it refers to, so that two can be compared independently of their names. */
const textOf = (schemas: Schemas, name: string): string =>
  JSON.stringify(schemas[name], (key, value) =>
    key === '$ref' ? textOf(schemas, value.slice(REFERENCE.length)) : value,
  );
