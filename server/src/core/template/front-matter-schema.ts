import * as v from 'valibot'
import { patternProblem, TemplatePattern } from './front-matter-pattern'
import { STAGES } from './lifecycle'
import { ROLES } from './roles'

const text = v.string((issue) => `expected text, found ${issue.received}`)
const texts = v.array(text, (issue) => `expected a list, [ … ], found ${issue.received}`)
const role = v.picklist(ROLES, (issue) => `${issue.received} is not a role: use ${listed(ROLES)}`)
const stage = v.picklist(STAGES, (issue) => `${issue.received} is not a stage: use ${listed(STAGES)}`)
const flag = v.boolean((issue) => `expected true or false, found ${issue.received}`)

const source = v.pipe(
  text,
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? patternProblem(dataset.value) : undefined
    if (problem !== undefined) addIssue({ message: `${JSON.stringify(dataset.value)} ${problem}` })
  }),
)
/** IDs are told apart by case: `spec-2026-…` is another team's. A title in capitals is still that title. */
const idPattern = v.pipe(
  source,
  v.transform((pattern) => new TemplatePattern(pattern, 'u')),
)
const titlePattern = v.pipe(
  source,
  v.transform((pattern) => new TemplatePattern(pattern, 'iu')),
)

const prefix = v.pipe(
  text,
  v.regex(
    /^\p{L}[\p{L}\p{N}]*$/u,
    (issue) => `${issue.received} is not a prefix: letters, then letters and digits`,
  ),
)

const section = v.strictObject(
  {
    required: v.optional(flag, false),
    from: v.optional(text),
    aliases: v.optional(texts, []),
    role: v.optional(role),
  },
  keysOf('required', 'from', 'aliases', 'role'),
)

const status = v.strictObject(
  {
    field: v.optional(text, 'Status'),
    stages: v.optional(v.record(text, stage, mapping), {}),
    synonyms: v.optional(v.record(text, texts, mapping), {}),
    closed: v.optional(texts, []),
  },
  keysOf('field', 'stages', 'synonyms', 'closed'),
)

const settings = v.strictObject(
  {
    name: v.optional(
      v.pipe(
        text,
        v.regex(/^[\w.-]+$/, (issue) => `${issue.received} is not a name: letters, digits, ".", "_" and "-"`),
      ),
    ),
    recognise: v.optional(
      v.strictObject({ id: v.optional(idPattern), title: v.optional(titlePattern) }, keysOf('id', 'title')),
      {},
    ),
    kinds: v.optional(v.record(prefix, role, mapping), {}),
    fields: v.optional(
      v.record(text, v.strictObject({ aliases: v.optional(texts, []) }, keysOf('aliases')), mapping),
      {},
    ),
    sections: v.optional(v.record(text, section, mapping), {}),
    status: v.optional(status, {}),
    placeholders: v.optional(texts, []),
  },
  keysOf('name', 'recognise', 'kinds', 'fields', 'sections', 'status', 'placeholders'),
)

/** The front matter of a template: all that its Markdown cannot say. */
export const FrontMatterSchema = v.strictObject({ specmark: settings }, keysOf('specmark'))

/** What the front matter says, with defaults where it is silent. */
export type Settings = v.InferOutput<typeof settings>

/** Message for a mapping that is not one, lacks a key or has one that means nothing. */
function keysOf(...keys: string[]): (issue: v.StrictObjectIssue) => string {
  return (issue) => {
    if (issue.expected === 'never') return `${issue.received} means nothing here: use ${listed(keys)}`
    if (issue.expected === 'Object') return mapping(issue)
    return `${issue.expected} is missing`
  }
}

function mapping(issue: { readonly received: string }): string {
  return `expected a mapping, { key: value }, found ${issue.received}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
