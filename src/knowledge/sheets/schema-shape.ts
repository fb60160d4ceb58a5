/** The part of JSON Schema that the shelf's own schemas give. */
export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: string[];
  const?: string;
  format?: string;
  additionalProperties?: boolean | JsonSchema;
};

/**
 * What a place of a record may hold, seen as columns and sheets.
 * scalar: one cell. words: a list of scalars, one cell. records: a list of maps, a sheet of its own.
 * fields: a map, one column for each of its fields. entries: a map with free keys, a row each.
 * anything: whatever it is, written as JSON.
 */
export type Shape = { nullable: boolean } & (
  | { kind: "scalar"; type: "text" | "number" | "boolean" | "day"; choices: string[] | null }
  | { kind: "words"; of: "text" | "number" }
  | { kind: "records"; of: FieldsShape }
  | FieldsShape
  | { kind: "entries" }
  | { kind: "anything" }
);
type FieldsShape = { kind: "fields"; fields: Map<string, Shape> };

/** @returns the shape of what a schema allows; alternatives are laid over each other */
export function shapeOf(schema: JsonSchema): Shape {
  const variants = (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap(
    (variant) => variant.anyOf ?? variant.oneOf ?? [variant],
  );
  const typesOf = (variant: JsonSchema) =>
    [variant.type ?? (variant.properties ? "object" : "")].flat();
  const nullable = variants.some((variant) => typesOf(variant).includes("null"));
  const real = variants.filter((variant) => typesOf(variant).some((type) => type !== "null"));
  const types = new Set(real.flatMap(typesOf).filter((type) => type !== "null"));
  const only = types.size === 1 ? [...types][0] : undefined;
  if (only === "object" && real.every((variant) => variant.properties))
    return { ...fieldsOf(real), nullable };
  if (only === "object" && real.length === 1 && isText(real[0]!.additionalProperties))
    return { kind: "entries", nullable };
  if (only === "array" && real.length === 1) return { ...listOf(real[0]!.items ?? {}), nullable };
  const type = SCALARS[only ?? ""];
  if (type === undefined) return { kind: "anything", nullable };
  const day = type === "text" && real.every((variant) => variant.format === "date");
  const choices = real.flatMap((variant) => variant.enum ?? (variant.const ? [variant.const] : []));
  return {
    kind: "scalar",
    type: day ? "day" : type,
    choices: type === "text" && choices.length > 0 ? [...new Set(choices)] : null,
    nullable,
  };
}

const SCALARS: Record<string, "text" | "number" | "boolean"> = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

const isText = (schema: JsonSchema["additionalProperties"]) =>
  typeof schema === "object" && schema.type === "string";

function listOf(items: JsonSchema) {
  const shape = shapeOf(items);
  if (shape.kind === "fields") return { kind: "records" as const, of: shape };
  if (shape.kind === "scalar" && !shape.nullable && shape.type !== "boolean")
    return {
      kind: "words" as const,
      of: shape.type === "number" ? ("number" as const) : ("text" as const),
    };
  return { kind: "anything" as const };
}

/** The fields of all variants; what two of them allow for one field are alternatives. */
function fieldsOf(variants: readonly JsonSchema[]): FieldsShape {
  const names = [...new Set(variants.flatMap(({ properties }) => Object.keys(properties!)))];
  const fields = names.map((name): [string, Shape] => {
    const found = variants.flatMap(({ properties }) => properties![name] ?? []);
    return [name, shapeOf(found.length === 1 ? found[0]! : { anyOf: found })];
  });
  return { kind: "fields", fields: new Map(fields) };
}
