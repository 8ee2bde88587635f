/**
 * @typedef {{ [key: string]: unknown, type?: string, properties?: Record<string, Schema>, definitions?: Record<string, Schema>,
 *   items?: Schema, anyOf?: Schema[], additionalProperties?: Schema | false, enum?: unknown[] }} Schema
 * @typedef {{ name: string, summary: string, reason: string, severity: readonly string[] }} Rule
 */

/**
 * The JSON Schema of `specmark.json`: what the schema library makes of the declaration, with the names of rules and
 * statuses, which it does not know.
 *
 * @param {Schema} declared
 * @param {readonly Rule[]} rules
 * @param {readonly string[]} statuses of the built-in template
 * @returns {Schema}
 */
export function configSchema(declared, rules, statuses) {
  const { properties = {}, ...rest } = withoutNoise(declared)
  const { rules: rulesKey, overrides, status } = properties
  const override = overrides?.items?.properties
  const synonyms = status?.properties?.synonyms
  const severity = asSchema(rulesKey?.additionalProperties)
  if (!rulesKey || !override?.rules || !synonyms)
    throw new Error('The declaration of the config has changed.')
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Specmark',
    // For VS Code and its language service: what Specmark takes, too.
    allowComments: true,
    allowTrailingCommas: true,
    ...rest,
    properties: {
      ...properties,
      rules: { ...described(rulesKey), allOf: [{ $ref: '#/definitions/rules' }] },
      overrides: {
        ...overrides,
        items: {
          ...overrides?.items,
          properties: {
            ...override,
            rules: { ...described(override.rules), allOf: [{ $ref: '#/definitions/rules' }] },
          },
        },
      },
      status: {
        ...status,
        properties: {
          ...status?.properties,
          synonyms: {
            ...synonyms,
            properties: Object.fromEntries(
              statuses.map((name) => [name, asSchema(synonyms.additionalProperties)]),
            ),
          },
        },
      },
    },
    definitions: { rules: ruleSchema(rules), severity },
  }
}

/** What is said of a schema, without what it demands. @param {Schema} schema @returns {Schema} */
function described({ description, examples, default: value }) {
  return Object.fromEntries(
    Object.entries({ description, examples, default: value }).filter(([, one]) => one !== undefined),
  )
}

/** @param {readonly Rule[]} rules @returns {Schema} */
function ruleSchema(rules) {
  const severity = [{ $ref: '#/definitions/severity' }]
  const groups = [...new Set(rules.map(({ name }) => name.slice(0, name.indexOf('/'))))]
  const named = rules.map(({ name, summary, reason, severity: own }) => [
    name,
    { description: `${summary}\n\n${reason}`, default: defaultOf(own), allOf: severity },
  ])
  const grouped = groups.map((group) => [
    `${group}/*`,
    { description: `All rules of the group ${group}, but for those that are named.`, allOf: severity },
  ])
  const all = [
    '*',
    { description: 'All rules, but for those that are named, or whose group is.', allOf: severity },
  ]
  return {
    type: 'object',
    properties: Object.fromEntries([...named, ...grouped, all]),
    additionalProperties: false,
  }
}

/** @param {readonly string[]} severity */
function defaultOf([draft, review, approved]) {
  return draft === review && review === approved ? draft : { draft, review, approved }
}

/** @param {Schema | false | undefined} schema @returns {Schema} */
function asSchema(schema) {
  if (!schema) throw new Error('The declaration of the config has changed.')
  return schema
}

/** Without what says nothing. @param {Schema} schema @returns {Schema} */
function withoutNoise(schema) {
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      key !== 'propertyNames' && !(key === 'required' && Array.isArray(value) && value.length === 0),
  )
  return mapped(Object.fromEntries(kept), withoutNoise)
}

const DEMANDS = [
  ...['type', 'required', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties'],
]

/**
 * A schema that completes what the other one does, and finds no fault with anything: an editor in which the language server
 * tells of mistakes would tell of each twice.
 *
 * @param {Schema} schema
 * @returns {Schema}
 */
export function completing(schema) {
  const { type } = schema
  const kept = Object.fromEntries(
    Object.entries(schema).filter(
      ([key, value]) => !DEMANDS.includes(key) && !(key === 'additionalProperties' && value === false),
    ),
  )
  const inner = mapped(kept, completing)
  if (inner.enum !== undefined || type === 'boolean') {
    const { enum: values = [true, false], ...others } = inner
    return { ...others, anyOf: [{ enum: values }, {}] }
  }
  return inner.anyOf === undefined ? inner : { ...inner, anyOf: [...inner.anyOf, {}] }
}

/** The same, with each schema in it replaced. @param {Schema} schema @param {(inner: Schema) => Schema} change @returns {Schema} */
function mapped(schema, change) {
  const result = { ...schema }
  for (const key of /** @type {const} */ (['properties', 'definitions'])) {
    const named = result[key]
    if (named !== undefined)
      result[key] = Object.fromEntries(Object.entries(named).map(([name, inner]) => [name, change(inner)]))
  }
  if (result.items !== undefined) result.items = change(result.items)
  if (result.anyOf !== undefined) result.anyOf = result.anyOf.map(change)
  if (result.additionalProperties) result.additionalProperties = change(result.additionalProperties)
  return result
}
