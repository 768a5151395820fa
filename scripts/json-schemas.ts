import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod/mini';
import { journeySchemas } from '../src/journey/step-fields';
import { quantities } from '../src/journey/quantity-schema';
import { segmentSchemas } from '../src/journey/segment-fields';
import { editCatalogue, editKinds } from '../src/redesign/edit-catalogue';
import { aPlace } from '../src/redesign/place';

type Json = { [key: string]: unknown };

/** Which part of a journey's schema stands under which name in `$defs`. The names are those of the interfaces that document them. */
const namedInJourneys = {
  Interaction: journeySchemas.step,
  Option: journeySchemas.option,
  Choice: journeySchemas.choice,
  Failure: journeySchemas.failure,
  NoChoice: journeySchemas.none,
  Recovery: journeySchemas.recovery,
  Retry: journeySchemas.retry,
  RetryWait: journeySchemas.retryWait,
  WaitConditions: journeySchemas.wait,
  Progress: journeySchemas.progress,
  Source: journeySchemas.source,
  AffectLine: quantities.affectLine,
  Distribution: quantities.distribution,
};
const docsOfJourneys = [
  'src/journey/types.ts',
  'src/journey/wait-types.ts',
  'src/journey/source-types.ts',
  'src/distributions/families.ts',
  'src/distributions/families',
];

/** The published JSON Schemas by the file they stand in. `root` is the folder of the package, with a slash at its end. */
export const jsonSchemas: Readonly<Record<string, (root: string) => Json>> = {
  'journey.schema.json': journeyJsonSchema,
  'edits.schema.json': editsJsonSchema,
  'segments.schema.json': segmentsJsonSchema,
};

/**
 * The JSON Schema of a journey as people write it: the shape comes from the schema that checks it at run time, the descriptions from the doc
 * comments of its types.
 */
export function journeyJsonSchema(root: string): Json {
  const docs = docComments(root, docsOfJourneys);
  const { $schema, definitions, shape } = build(journeySchemas.journey, namedInJourneys, docs);
  describe(shape, 'Journey', docs);
  describe(shape, 'JourneyInput', docs);
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

/** As {@link journeyJsonSchema}, for a list of edits. */
export function editsJsonSchema(root: string): Json {
  const nameOf = (kind: string): string => `${kind[0]!.toUpperCase()}${kind.slice(1)}Edit`;
  const docs = docComments(root, [...docsOfJourneys, 'src/redesign/define-edit.ts', 'src/redesign/place.ts', 'src/redesign/edits']);
  const edits = editKinds.map((kind) => editCatalogue[kind].schema);
  const { merge, update } = editCatalogue;
  const named = {
    ...Object.fromEntries(edits.map((schema, index) => [nameOf(editKinds[index]!), schema])),
    Place: aPlace,
    MergeInto: merge.fields['into']![0],
    StepChanges: update.fields['changes']![0],
    ...namedInJourneys,
  };
  const { $schema, definitions, shape } = build(z.array(z.union(edits)), named, docs);
  const fieldsOf = (name: string): Record<string, Json> => definitions[name]!['properties'] as Record<string, Json>;
  for (const name of editKinds.map(nameOf)) describe(definitions[name]!, 'EditBase', docs);
  for (const name of editKinds.map(nameOf)) describe(definitions[name]!, 'EditOptions', docs);
  describe(definitions['ShowProgressEdit']!, 'ProgressDisplay', docs);
  describe(definitions['ShowProgressEdit']!, 'Progress', docs);
  describe(definitions['ImproveRecoveryEdit']!, 'RecoveryChanges', docs);
  describe(definitions['StepChanges']!, 'Interaction', docs);
  describe(fieldsOf('SplitEdit')['parts']!['items'] as Json, 'SplitPart', docs);
  addRules(definitions);
  definitions['StepChanges']!['minProperties'] = 1;
  definitions['ImproveRecoveryEdit']!['anyOf'] = ['probability', 'affect', 'duration'].map((key) => ({ required: [key] }));
  return {
    $schema,
    $id: 'https://peakend.dev/schema/edits-1.json',
    title: 'Edits of a customer journey (peakend, version 1)',
    description: 'A redesign: what is to change in a journey, in order. Each edit says in "edit" what it does.',
    ...shape,
    $defs: definitions,
  };
}

/** As {@link journeyJsonSchema}, for a list of segments. What a model may hold, the library checks alone. */
export function segmentsJsonSchema(root: string): Json {
  const docs = docComments(root, docsOfJourneys);
  const { segments, segment, response, dependence } = segmentSchemas;
  const { AffectLine, Distribution, Source } = namedInJourneys;
  const named = { Segment: segment, Response: response, Dependence: dependence, AffectLine, Distribution, Source };
  const { $schema, definitions, shape } = build(segments, named, docs);
  return {
    $schema,
    $id: 'https://peakend.dev/schema/segments-1.json',
    title: 'Customer segments (peakend, version 1)',
    description: 'The kinds of customers and how they differ, each with its share of the population or a count of people.',
    ...shape,
    $defs: definitions,
  };
}

interface Built {
  readonly $schema: unknown;
  /** The parts with names, which stand in `$defs`. */
  readonly definitions: Record<string, Json>;
  /** The schema of the whole. */
  readonly shape: Json;
}

function build(schema: z.ZodMiniType, named: Readonly<Record<string, z.ZodMiniType>>, docs: ReadonlyMap<string, string>): Built {
  const registry = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(named)) registry.add(part, { id });
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', metadata: registry as never }) as Json;
  const { $schema, $defs, ...shape } = made;
  const definitions = $defs as Record<string, Json>;
  for (const [name, definition] of Object.entries(definitions)) {
    delete definition['id'];
    describe(definition, name, docs);
  }
  if (definitions['Option'] !== undefined) describe(definitions['Option'], 'Interaction', docs);
  const from = (definitions['Source']?.['properties'] ?? {}) as Record<string, Json>;
  for (const number of [from['affect'], from['duration']]) if (number !== undefined) describe(number, 'NumberSource', docs);
  if (definitions['RetryWait'] !== undefined) describe(definitions['RetryWait'], 'WaitConditions', docs);
  for (const variant of (definitions['Distribution']!['oneOf'] ?? definitions['Distribution']!['anyOf']) as Json[])
    describeVariant(variant, docs);
  return { $schema, definitions, shape };
}

/** What holds between the keys of one object and can be said in JSON Schema; the library checks more. */
function addRules(definitions: Record<string, Json>): void {
  const onlyWhereWaiting = { wait: { properties: { kind: { const: 'wait' } }, required: ['kind'] } };
  const interaction = definitions['Interaction']!;
  interaction['oneOf'] = [{ required: ['duration'] }, { required: ['parts'] }];
  interaction['dependentSchemas'] = {
    ...onlyWhereWaiting,
    parts: {
      properties: {
        durationText: false,
        anxious: false,
        wait: false,
        failure: false,
        dropout: false,
        leavingAffect: false,
        skip: false,
        choice: false,
      },
    },
  };
  const option = definitions['Option']!;
  option['required'] = [...(option['required'] as string[]), 'duration'];
  option['dependentSchemas'] = onlyWhereWaiting;
}

/** A file, or all files of a folder. */
function filesAt(root: string, path: string): readonly string[] {
  return path.endsWith('.ts') ? [path] : readdirSync(`${root}${path}`).map((name) => `${path}/${name}`);
}

/** Doc comments by `Interface` and `Interface.property`. */
function docComments(root: string, files: readonly string[]): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  const read = (node: ts.Node, name: string): void => {
    const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
    const text = ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && text !== '') docs.set(name, text);
  };
  const readMembers = (node: ts.Node, holder: string): void =>
    node.forEachChild((child) => {
      if (ts.isPropertySignature(child) && ts.isIdentifier(child.name)) read(child, `${holder}.${child.name.text}`);
      else readMembers(child, holder);
    });
  for (const file of files.flatMap((path) => filesAt(root, path))) {
    const source = ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return;
      read(node, node.name.text);
      readMembers(node, node.name.text);
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
