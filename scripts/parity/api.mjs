import { join, relative } from "node:path";
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";
import { root } from "../root.mjs";
import { usesIn } from "./uses.mjs";

/**
 * @import { Checker, Project, Symbol, Type } from "typescript/unstable/sync"
 * @import { Uses } from "./uses.mjs"
 */

/**
 * What the emitted declarations offer, and what type tests and playground pages use of it.
 * @typedef {object} Surface
 * @property {Map<string, Command>} commands members of `st` by name
 * @property {Set<string>} members those of the asked names (`Status.update`, `st.sessionState.init`) that exist
 * @property {Uses} typeTests what packages/rivulet/test-d uses
 * @property {Map<string, Uses>} pages what each page of the playground uses, by its folder
 */

/**
 * @typedef {object} Command
 * @property {Set<string>} parameters positional ones
 * @property {Set<string>} options properties of its options object, of all overloads
 */

/**
 * Reads the built declarations with the compiler itself, so that it sees what users' editors see. Packages must have been built.
 * @param {Iterable<string>} names members to look for besides those of `st`: `Name.member`, from the exports of `rivulet` or `@rivulet/testing`
 * @returns {Surface}
 */
export function readSurface(names) {
  const api = new API({ cwd: root });
  try {
    const config = join(root, "scripts/parity/tsconfig.json");
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (!project) throw new Error(`no project ${config}`);
    const { checker, program } = project;
    const exported = new Map(
      ["testing", "rivulet"].flatMap((name) =>
        exportsOf(project, join(root, "packages", name, "dist/index.d.ts")).map((symbol) => [symbol.name, symbol]),
      ),
    );
    const members = membersOf(checker, memberType(checker, exported.get("st")));
    const uses = new Map(
      program
        .getSourceFileNames()
        .map((file) => relative(root, file))
        .filter((file) => /^(packages\/rivulet\/test-d|apps\/playground)\//.test(file))
        .map((file) => [file, usesIn(project, join(root, file), members)]),
    );
    return {
      commands: new Map([...members].map(([name, symbol]) => [name, commandOf(project, symbol)])),
      members: new Set([...names].filter((name) => exists(checker, exported, name))),
      typeTests: merged([...uses].filter(([file]) => file.startsWith("packages/")).map(([, each]) => each)),
      pages: byFolder([...uses].filter(([file]) => file.startsWith("apps/"))),
    };
  } finally {
    api.close();
  }
}

/**
 * @param {Project} project
 * @param {string} file
 * @returns {readonly Symbol[]}
 */
function exportsOf({ checker, program }, file) {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${relative(root, file)} is not there: build first (npm run build)`);
  return checker.getExportsOfModule(module);
}

/**
 * The public members of a type: neither private nor tagged `@internal`.
 * @param {Checker} checker
 * @param {Type | undefined} type
 * @returns {Map<string, Symbol>}
 */
function membersOf(checker, type) {
  if (!type) return new Map();
  const symbols = checker.getPropertiesOfType(type).filter((symbol) => !symbol.name.startsWith("__") && !symbol.name.startsWith("#"));
  return new Map(symbols.filter((symbol) => !isInternal(checker, symbol)).map((symbol) => [symbol.name, symbol]));
}

/**
 * @param {Checker} checker
 * @param {Symbol} symbol
 */
function isInternal(checker, symbol) {
  return symbol.getJsDocTags(checker).some(({ name }) => name === "internal");
}

/**
 * The type whose members a name leads to: of a value its own, of a class both its instances' and its own.
 * @param {Checker} checker
 * @param {Symbol | undefined} symbol
 */
function memberType(checker, symbol) {
  if (!symbol) return undefined;
  const target = isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol;
  const isType = target.declarations.some(({ kind }) => TYPES.has(kind));
  return isType
    ? checker.getDeclaredTypeOfSymbol(target)
    : checker.getNonNullableType(checker.getTypeOfSymbol(target) ?? checker.getAnyType());
}

const TYPES = new Set([SyntaxKind.ClassDeclaration, SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration]);

/** @param {Symbol} symbol */
function isAlias(symbol) {
  return symbol.declarations.some(({ kind }) => kind === SyntaxKind.ExportSpecifier);
}

/**
 * @param {Project} project
 * @param {Symbol} symbol
 * @returns {Command}
 */
function commandOf(project, symbol) {
  const { checker } = project;
  const parameters = new Set();
  const options = new Set();
  const type = checker.getTypeOfSymbol(symbol);
  for (const signature of type ? checker.getSignaturesOfType(type, 0) : []) {
    for (const parameter of signature.getParameters()) {
      parameters.add(parameter.name);
      const own = checker.getTypeOfSymbol(parameter);
      const types = own && isRest(project, parameter) ? elementsOf(checker, own) : [own];
      for (const option of types.flatMap((type) => (type ? optionsOf(checker, type) : []))) options.add(option);
    }
  }
  return { parameters, options };
}

/**
 * @param {Project} project
 * @param {Symbol} parameter
 */
function isRest(project, parameter) {
  const declaration = parameter.declarations[0]?.resolve(project);
  return declaration !== undefined && "dotDotDotToken" in declaration && declaration.dotDotDotToken !== undefined;
}

/**
 * The types of what a rest parameter takes: its tuples' elements, also where they depend on a type parameter.
 * @param {Checker} checker
 * @param {Type} type
 * @returns {Type[]}
 */
function elementsOf(checker, type) {
  const known = type.isConditionalType() ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  if (known.isUnionType()) return (known.getTypes() ?? []).flatMap((one) => elementsOf(checker, one));
  return known.isTypeReference() && checker.isTupleType(known) ? [...checker.getTypeArguments(known)] : [];
}

/**
 * The properties of a parameter's type if it is an options object: declared in this repository, and neither a function, a choice of types, nor an instance of a class.
 * @param {Checker} checker
 * @param {Type} parameter
 * @returns {string[]}
 */
function optionsOf(checker, parameter) {
  const type = checker.getNonNullableType(parameter);
  // What some options need of others makes a choice of objects of them.
  const choice = type?.isUnionType() ? type.getTypes() : [];
  if (choice.length > 0 && choice.every((one) => one.isIntersectionType()))
    return [...new Set(choice.flatMap((one) => optionsOf(checker, one)))];
  if (!type || !(type.isObjectType() || type.isIntersectionType()) || checker.getSignaturesOfType(type, 0).length > 0) return [];
  if (checker.isArrayLikeType(type) || isInstance(type) || (type.isClassOrInterface() === false && type.isTypeParameter())) return [];
  const properties = checker.getPropertiesOfType(type);
  const foreign = properties.some(({ declarations }) => declarations.some(({ path }) => !/\/packages\/[^/]+\/dist\//.test(path)));
  return foreign ? [] : properties.map(({ name }) => name);
}

/** A page, say, is what a command is about. @param {Type} type */
function isInstance(type) {
  return type.getSymbol()?.declarations.some(({ kind }) => kind === SyntaxKind.ClassDeclaration) === true;
}

/**
 * @param {Checker} checker
 * @param {Map<string, Symbol>} exported
 * @param {string} name
 */
function exists(checker, exported, name) {
  const [first = "", ...rest] = name.split(".");
  let symbol = exported.get(first);
  for (const part of rest) {
    if (!symbol) return false;
    symbol = membersOf(checker, memberType(checker, symbol)).get(part) ?? staticOf(checker, symbol, part);
  }
  return symbol !== undefined;
}

/**
 * @param {Checker} checker
 * @param {Symbol} symbol
 * @param {string} name
 */
function staticOf(checker, symbol, name) {
  const target = isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol;
  const type = checker.getTypeOfSymbol(target);
  return type && checker.getPropertyOfType(type, name);
}

/**
 * @param {readonly (readonly [file: string, uses: Uses])[]} files
 * @returns {Map<string, Uses>}
 */
function byFolder(files) {
  const folders = new Set(files.map(([file]) => file.split("/")[2] ?? ""));
  return new Map(
    [...folders].map((folder) => [folder, merged(files.filter(([file]) => file.split("/")[2] === folder).map(([, each]) => each))]),
  );
}

/**
 * @param {readonly Uses[]} all
 * @returns {Uses}
 */
function merged(all) {
  const result = new Map();
  for (const uses of all) {
    for (const [command, options] of uses) result.set(command, new Set([...(result.get(command) ?? []), ...options]));
  }
  return result;
}
