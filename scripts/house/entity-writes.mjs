import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Methods of TypeORM's EntityManager whose first argument is the entity that they write. */
const WRITES = new Set([
  ...['save', 'insert', 'update', 'delete', 'increment', 'decrement', 'upsert'],
  ...['remove', 'softDelete', 'softRemove', 'restore', 'recover', 'clear'],
]);
/** Steps of its query builder that name the entity: `.insert().into(X)`, `.update(X)`, `.delete().from(X)`. */
const BUILDS = new Map([
  ['into', /\.insert\(\)$/],
  ['from', /\.(delete|softDelete)\(\)$/],
]);

/**
 * Writes to an entity from outside its own folder. dependency-cruiser sees who imports an entity, not who writes it.
 * @param {string} source folder of the server's groups
 * @returns {string[]} `folder/file.ts:line writes Entity of folder`, empty when each entity is written by its own folder only
 */
export function foreignWrites(source) {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort()
    .flatMap((file) => writesOf(source, file));
}

/** @param {string} file */
const roomOf = (file) => file.split('/').slice(0, 2).join('/');

/** @param {string} source @param {string} file @returns {string[]} */
function writesOf(source, file) {
  const text = readFileSync(join(source, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const foreign = foreignEntities(source, file, tree);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const entity = ts.isCallExpression(node) ? writtenBy(node) : undefined;
    const home = entity && foreign.get(entity);
    if (home) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getEnd());
      found.push(`${file}:${line + 1} writes ${entity} of ${home}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/**
 * @param {string} source @param {string} file @param {ts.SourceFile} tree
 * @returns {Map<string, string>} entities that this file imports from other folders, with their folder
 */
function foreignEntities(source, file, tree) {
  /** @type {Map<string, string>} */
  const entities = new Map();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const named = statement.importClause?.namedBindings;
    if (!/^\..*entit(y|ies)$/.test(from) || !named || !ts.isNamedImports(named)) continue;
    const home = roomOf(relative(source, join(source, dirname(file), from)));
    if (home !== roomOf(file)) for (const { name } of named.elements) entities.set(name.text, home);
  }
  return entities;
}

/** @param {ts.CallExpression} call @returns {string | undefined} the name of the entity that the call writes */
function writtenBy({ expression, arguments: [first] }) {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const method = expression.name.text;
  const target = expression.expression;
  const build = BUILDS.get(method);
  if (build) return build.test(target.getText()) ? nameOf(first) : undefined;
  if (!WRITES.has(method)) return undefined;
  return repositoryOf(target) ?? nameOf(first);
}

/** @param {ts.Node | undefined} node */
const nameOf = (node) => (node && ts.isIdentifier(node) ? node.text : undefined);

/** @param {ts.Expression} target @returns {string | undefined} X of `….getRepository(X)`, or of a constant that holds it */
function repositoryOf(target) {
  const [, called] = /\.getRepository\((\w+)\)$/.exec(target.getText()) ?? [];
  if (called || !ts.isIdentifier(target)) return called;
  const held = new RegExp(`\\b${target.text} = [^;]*\\.getRepository\\((\\w+)\\)`);
  return held.exec(target.getSourceFile().text)?.[1];
}
