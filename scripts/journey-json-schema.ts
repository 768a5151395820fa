import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod/mini';
import { journeySchemas } from '../src/journey/journey-schema';
import { quantities } from '../src/journey/quantity-schema';

type Json = { [key: string]: unknown };

/** Which part of the schema stands under which name in `$defs`. The names are those of the interfaces that document them. */
const named = {
  Interaction: journeySchemas.step,
  Option: journeySchemas.option,
  Choice: journeySchemas.choice,
  Failure: journeySchemas.failure,
  Recovery: journeySchemas.recovery,
  WaitConditions: journeySchemas.wait,
  Progress: journeySchemas.progress,
  Source: journeySchemas.source,
  AffectLine: quantities.affectLine,
  Distribution: quantities.distribution,
};

/**
 * The JSON Schema of a journey as people write it: the shape comes from the schema that checks it at run time, the descriptions from the doc
 * comments of its types. `root` is the folder of the package, with a slash at its end.
 */
export function journeyJsonSchema(root: string): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const made = z.toJSONSchema(journeySchemas.journey, { target: 'draft-2020-12', io: 'input', metadata: registry as never }) as Json;
  const { $schema, $defs, ...shape } = made;
  const definitions = $defs as Record<string, Json>;
  const distributions = `${root}src/distributions/`;
  const families = readdirSync(`${distributions}families`).map((name) => `${distributions}families/${name}`);
  const docs = docComments([`${root}src/journey/types.ts`, `${distributions}families.ts`, ...families]);

  describe(shape, 'Journey', docs);
  describe(shape, 'JourneyInput', docs);
  for (const [name, definition] of Object.entries(definitions)) {
    delete definition['id'];
    describe(definition, name, docs);
  }
  describe(definitions['Option']!, 'Interaction', docs);
  for (const variant of (definitions['Distribution']!['oneOf'] ?? definitions['Distribution']!['anyOf']) as Json[])
    describeVariant(variant, docs);
  addRules(definitions);
  return {
    $schema,
    $id: 'https://peakend.dev/schema/journey-1.json',
    title: 'Customer journey (peakend, version 1)',
    description:
      'What a customer goes through end to end: an ordered list of interactions. Durations are seconds or text such as "12 min", affect is -10 to 10.',
    ...shape,
    $defs: definitions,
  };
}

/** What holds between the keys of one object and can be said in JSON Schema; the library checks more. */
function addRules(definitions: Record<string, Json>): void {
  const onlyWhereWaiting = { wait: { properties: { kind: { const: 'wait' } }, required: ['kind'] } };
  const interaction = definitions['Interaction']!;
  interaction['oneOf'] = [{ required: ['duration'] }, { required: ['parts'] }];
  interaction['dependentSchemas'] = {
    ...onlyWhereWaiting,
    parts: { properties: { wait: false, failure: false, dropout: false, skip: false } },
  };
  const option = definitions['Option']!;
  option['required'] = [...(option['required'] as string[]), 'duration'];
  option['dependentSchemas'] = onlyWhereWaiting;
}

/** Doc comments by `Interface` and `Interface.property`. */
function docComments(files: readonly string[]): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  const read = (node: ts.Node, name: string): void => {
    const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
    const text = ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && text !== '') docs.set(name, text);
  };
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (ts.isTypeAliasDeclaration(node)) read(node, node.name.text);
      if (!ts.isInterfaceDeclaration(node)) return;
      read(node, node.name.text);
      for (const member of node.members)
        if (member.name !== undefined && ts.isIdentifier(member.name)) read(member, `${node.name.text}.${member.name.text}`);
    });
  }
  return docs;
}

/** Puts an interface's doc comments on a schema, where nothing stands yet. */
function describe(schema: Json, name: string, docs: ReadonlyMap<string, string>): void {
  const own = docs.get(name);
  if (own !== undefined && name !== 'Journey' && name !== 'JourneyInput') schema['description'] ??= own;
  for (const [key, property] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>)) {
    const text = docs.get(`${name}.${key}`);
    if (text !== undefined && property['description'] === undefined) property['description'] = text;
  }
}

/** A kind of distribution is documented by the interface of its name: `lognormal` by `Lognormal`. */
function describeVariant(variant: Json, docs: ReadonlyMap<string, string>): void {
  const properties = variant['properties'] as Record<string, { const?: string }>;
  const type = properties['type']!.const!;
  describe(variant, type[0]!.toUpperCase() + type.slice(1), docs);
}
