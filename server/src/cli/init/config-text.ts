import { DESCRIBED_KEYS } from '../../core/config/schema'

/** What a config is to say; what is left out stands in it as a comment. */
export interface ConfigValues {
  readonly templates?: readonly string[]
  readonly specs?: Readonly<Record<string, string>>
  readonly ignore?: readonly string[]
  readonly groups?: readonly (readonly string[])[]
  readonly status?: {
    readonly synonyms?: Readonly<Record<string, readonly string[]>>
    readonly closed?: readonly string[]
  }
}

/** What may stand in a config, to be uncommented. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  root: true,
  templates: ['templates/decision.md'],
  specs: { 'specs/**/*.md': 'spec' },
  ignore: ['archive/**'],
  maxFileSize: 5,
  groups: [['requirements.md', 'design.md', 'tasks.md']],
  rules: { 'requirement/passive': 'info', 'structure/placeholder': { draft: 'off' } },
  overrides: [{ files: ['old/**'], rules: { 'requirement/*': 'off' } }],
  words: { languages: ['en'], vague: { add: ['blazing fast'], remove: ['robust'] } },
  status: { synonyms: { Approved: ['Signed off'] }, closed: ['Withdrawn'] },
  kinds: { US: 'requirement', SC: 'off' },
  trace: { required: ['criterion'] },
  newSpec: { folder: 'specs', fileName: '{id}-{slug}.md' },
}

const WIDTH = 90

/**
 * A `specmark.json`: every key with what it is for, those without a value commented out.
 *
 * @param notes more to say of a key's value, by key
 */
export function configText(
  values: ConfigValues,
  notes: Readonly<Record<string, readonly string[]>> = {},
): string {
  const given: Readonly<Record<string, unknown>> = { ...values }
  const blocks = DESCRIBED_KEYS.filter(({ key }) => key in EXAMPLES).map(({ key, description }) => {
    const value = given[key]
    const lines = [description, ...(notes[key] ?? [])].flatMap((text) => comment(text))
    const member = `${JSON.stringify(key)}: ${print(value ?? EXAMPLES[key], 0)},`
    return [...lines, ...(value === undefined ? member.split('\n').map((line) => `// ${line}`) : [member])]
      .join('\n')
      .replace(/^(?=.)/gm, '  ')
  })
  return `// What a team decides about its specifications: for the editor and the command line.\n{\n${blocks.join('\n\n')}\n}\n`
}

function comment(text: string): readonly string[] {
  const lines: string[] = []
  let line = '//'
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH) {
      lines.push(line)
      line = '//'
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

/** JSON as people write it: what is short on one line, else a member a line. @param indent characters before it */
function print(value: unknown, indent: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const members = (deep: number) =>
    Array.isArray(value)
      ? value.map((one) => print(one, deep))
      : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${print(one, deep)}`)
  const blank = open === '{' ? ' ' : ''
  const short = `${open}${blank}${members(0).join(', ')}${blank}${close}`
  if (!short.includes('\n') && indent + short.length <= WIDTH) return short
  const margin = ' '.repeat(indent)
  return `${open}\n${members(indent + 2)
    .map((member) => `${margin}  ${member}`)
    .join(',\n')}\n${margin}${close}`
}
