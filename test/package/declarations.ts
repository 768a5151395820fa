import ts from 'typescript';

/** A name that an entry exports. */
export interface Exported {
  readonly entry: string;
  readonly name: string;
  /** What the name stands for, past every re-export. */
  readonly symbol: ts.Symbol;
}

/** The declarations of a package, as a compiler sees them: its entries by name, and what each exports. */
export interface Declarations {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly exports: readonly Exported[];
}

/** Reads entries, given as files by name. */
export function readDeclarations(entries: Readonly<Record<string, string>>): Declarations {
  const program = ts.createProgram({
    rootNames: Object.values(entries),
    options: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    },
  });
  const checker = program.getTypeChecker();
  const exports = Object.entries(entries).flatMap(([entry, file]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    return checker.getExportsOfModule(module).map((symbol) => ({ entry, name: symbol.name, symbol: resolved(symbol, checker) }));
  });
  return { program, checker, exports };
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** Types of the package that an exported name speaks of, directly or by way of another such type, and that no entry exports: `IdOf (in SimulationOf)`. */
export function unexportedTypes({ program, checker, exports }: Declarations): string[] {
  const known = new Set(exports.map(({ symbol }) => symbol));
  const found = new Map<ts.Symbol, string>();
  const visit = (node: ts.Node, holder: string): void => {
    if (ts.isIdentifier(node) && isTypeName(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const target = symbol === undefined ? undefined : resolved(symbol, checker);
      if (target !== undefined && isOwnType(target, program) && !known.has(target) && !found.has(target)) {
        found.set(target, `${target.name} (in ${holder})`);
        for (const declaration of target.declarations ?? []) visit(declaration, target.name);
      }
    }
    // What a function does is its own business; a declaration file has no bodies.
    ts.forEachChild(node, (child) => (ts.isBlock(child) ? undefined : visit(child, holder)));
  };
  for (const { name, symbol } of exports) for (const declaration of symbol.declarations ?? []) visit(declaration, name);
  return [...found.values()].sort();
}

/** Whether a name stands where a type is named: `X`, `X<…>`, `extends X`. */
function isTypeName({ parent }: ts.Identifier): boolean {
  return ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent);
}

function isOwnType(symbol: ts.Symbol, program: ts.Program): boolean {
  if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return false;
  return (symbol.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile();
    return !program.isSourceFileDefaultLibrary(file) && !file.fileName.includes('/node_modules/typescript/');
  });
}

/** Whether a symbol has words of its own: on the declaration, or on one that it takes its field from. */
export function isDocumented(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== '';
}

/** A field of what people write: its words, and what may stand in it. */
export interface WrittenField {
  /** `InteractionInput.duration` */
  readonly name: string;
  readonly words: string;
  readonly isOptional: boolean;
  /** Whether it may also be there and undefined. */
  readonly takesUndefined: boolean;
  /** Whether a plain number may stand there. */
  readonly isNumber: boolean;
}

/**
 * Every field of every object that can be handed to an exported function: the types of its parameters and, from there, of their fields.
 * Results that are handed on (they hold `cautions`) are not written by people.
 */
export function writtenFields({ program, checker, exports }: Declarations): WrittenField[] {
  const fields = new Map<string, WrittenField>();
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type, holder: string): void => {
    if (seen.has(type)) return;
    seen.add(type);
    const name = type.aliasSymbol?.name ?? (type.symbol?.name.startsWith('__') === false ? type.symbol.name : holder);
    if (type.isUnion()) {
      for (const part of type.types) visit(part, name);
      return;
    }
    if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) {
      const constraint = type.getConstraint();
      if (constraint !== undefined) visit(constraint, name);
      return;
    }
    if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return;
    for (const item of checker.getTypeArguments(type as ts.TypeReference)) visit(item, name);
    for (const { type: value } of checker.getIndexInfosOfType(type)) visit(value, name);
    // Results are not written: they have cautions, or say of themselves what they are and what they found.
    const isResult = ['cautions', 'sentence'].some((key) => type.getProperty(key) !== undefined) && type.getProperty('kind') !== undefined;
    if (checker.isArrayType(type) || checker.isTupleType(type) || isResult || type.getProperty('cautions') !== undefined) return;
    for (const field of type.getProperties()) {
      if (!isOwnType(field, program)) continue;
      const value = checker.getTypeOfSymbol(field);
      fields.set(`${name}.${field.name}`, {
        name: `${name}.${field.name}`,
        words: ts.displayPartsToString(field.getDocumentationComment(checker)),
        isOptional: (field.flags & ts.SymbolFlags.Optional) !== 0,
        takesUndefined: (value.isUnion() ? value.types : [value]).some(
          // What is merely left out is another undefined to the compiler, where it is told to keep the two apart.
          (part) => part === checker.getUndefinedType() || (part.flags & ts.TypeFlags.Unknown) !== 0,
        ),
        isNumber: (value.isUnion() ? value.types : [value]).some((part) => (part.flags & ts.TypeFlags.Number) !== 0),
      });
      visit(value, `${name}.${field.name}`);
    }
  };
  for (const { name, symbol } of exports) {
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) continue;
    for (const signature of checker.getTypeOfSymbol(symbol).getCallSignatures()) {
      for (const parameter of signature.parameters) visit(checker.getTypeOfSymbol(parameter), `${name}(${parameter.name})`);
    }
  }
  return [...fields.values()];
}
