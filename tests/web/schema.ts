/**
 * As much of JSON Schema as the API's own schema uses.
 *
 * @module
 */

import { assert } from "@std/assert";
import openapi from "../../static/openapi.json" with { type: "json" };

/** A schema, by the keywords that are used. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
}

/**
 * Asserts that a value has the shape that a named schema of the API gives.
 *
 * @param name The name of the schema.
 * @param value The value.
 */
export function assertSchema(name: string, value: unknown): void {
  check({ $ref: `#/components/schemas/${name}` }, value, name);
}

function check(schema: Schema, value: unknown, path: string): void {
  if (schema.$ref) return check(resolve(schema.$ref), value, path);
  const { type, enum: choices, minimum, format } = schema;
  const types = [type ?? []].flat();
  assert(types.length === 0 || types.some((it) => isOf(it, value)), path);
  assert(!choices || choices.includes(value), `${path}: ${value}`);
  assert(minimum === undefined || Number(value) >= minimum, path);
  if (format === "uuid") assert(/^[\da-f-]{36}$/.test(String(value)), path);
  if (Array.isArray(value) && schema.items) {
    for (const item of value) check(schema.items, item, `${path}[]`);
  }
  if (schema.properties) checkMembers(schema, value as object, path);
}

function checkMembers(schema: Schema, value: object, path: string): void {
  const { properties = {}, required = [], additionalProperties } = schema;
  for (const name of required) assert(name in value, `${path}.${name}`);
  for (const [name, member] of Object.entries(value)) {
    const known = properties[name];
    assert(known || additionalProperties !== false, `${path}.${name} is new`);
    if (known) check(known, member, `${path}.${name}`);
  }
}

function resolve(ref: string): Schema {
  let found: unknown = openapi;
  for (const part of ref.split("/").slice(1)) {
    found = (found as Record<string, unknown>)[part];
  }
  return found as Schema;
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  const given: string = typeof value;
  return given === type && value !== null && !Array.isArray(value);
}
