/**
 * Takes out of a generated document what says nothing or something untrue: the bounds of JavaScript's integers, "may be
 * empty" on every query parameter, "names are strings". Says "or null" the short way.
 */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .filter(([key, member]) => !saysNothing(key, member))
    .map(([key, member]) => [key, tidy(member)] as const)
  return withShortNull(Object.fromEntries(kept))
}

function saysNothing(key: string, member: unknown): boolean {
  if (key === 'minimum') return member === Number.MIN_SAFE_INTEGER
  if (key === 'maximum') return member === Number.MAX_SAFE_INTEGER
  if (key === 'propertyNames') return JSON.stringify(member) === '{"type":"string"}'
  return key === 'allowEmptyValue' || key === 'allowReserved'
}

/** `anyOf: [{ type: 'string', … }, { type: 'null' }]` as `type: ['string', 'null'], …`. */
function withShortNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema
  const [only, none]: unknown[] = anyOf
  if (JSON.stringify(none) !== '{"type":"null"}' || typeof only !== 'object' || only === null) return schema
  if (!('type' in only) || typeof only.type !== 'string' || 'enum' in only || 'const' in only) return schema
  return { ...only, type: [only.type, 'null'], ...rest }
}
