import { z } from 'zod'
import { CaseRecord } from './case-record.ts'

/**
 * The text of `case.json`: keys in the order of the schema, two spaces, a line feed at the end. The same case gives the
 * same text. Text that is not valid yet is written as it is.
 */
export function caseJson(record: CaseRecord): string {
  return JSON.stringify(inKeyOrder(record, CaseRecord), null, 2) + '\n'
}

function inKeyOrder(value: unknown, schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return inKeyOrder(value, schema.unwrap())
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((entry) => inKeyOrder(entry, schema.element))
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value
  const given = value as Readonly<Record<string, unknown>>
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  const ordered: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(shape)) {
    if (Object.hasOwn(given, key)) ordered[key] = inKeyOrder(given[key], inner)
  }
  return ordered
}
