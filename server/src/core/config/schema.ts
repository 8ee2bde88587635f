import * as v from 'valibot'
import type { Severity } from '../rules/rule'
import type { TracedRole, WordList } from '../rules/settings'
import { languages } from '../rules/words'
import { STAGES } from '../template/lifecycle'
import { ROLES } from '../template/roles'
import type { Stage } from '../template/template'
import { DEFAULT_GROUPS, DEFAULT_MAX_FILE_SIZE, DEFAULT_NEW_SPEC } from './config'
import { choice, keys, list, listed, mapping, mustBe, text } from './schema-parts'

/** How much of a thing a config may have: far more than any team needs, so that no file can make a check slow. */
const MOST = { globs: 200, files: 50, names: 100, rules: 150, words: 1000, megabytes: 64 }
/** UTF-16 code units. */
const LONGEST = { path: 500, name: 100 }

const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const satisfies readonly (
  | Severity
  | 'off'
)[]
const TRACED = ['criterion', 'test'] as const satisfies readonly TracedRole[]

const path = text('a path in double quotes', LONGEST.path)
const glob = text('a glob in double quotes', LONGEST.path)
const template = text('the name of a template: "spec"', LONGEST.name)
const WORD = 'a word or phrase in double quotes'
const word = text(WORD, LONGEST.name)

const severity = choice(SEVERITIES)

const ofStage = v.optional(v.pipe(severity, v.examples(['off'])))

const stages = {
  draft: ofStage,
  review: ofStage,
  approved: ofStage,
  implemented: ofStage,
} satisfies Record<Stage, unknown>

const SEVERITY = `${listed(SEVERITIES)}, or one of them for each of ${listed(STAGES)}`

const severitySetting = v.union([severity, keys(`must be ${SEVERITY}.`, stages)], ({ input }) =>
  mustBe(SEVERITY, input, SEVERITIES),
)

const severities = mapping(
  'must give a severity for each rule: { "id/gap": "off" }.',
  severitySetting,
  MOST.rules,
)

const overrideKeys = keys('must be { "files": ["old/**"], "rules": { … } }.', {
  files: v.pipe(
    list('must be a list of globs: ["old/**"].', glob, MOST.files),
    v.minLength(1, 'must name a glob.'),
    v.description('Globs, relative to the folder of this file.'),
  ),
  rules: v.pipe(severities, v.description('Severities for these files, as in the outer "rules".')),
})

const override = v.pipe(
  overrideKeys,
  v.examples([{ files: ['old/**'], rules: { 'requirement/*': 'off' as const } }]),
)

/** In the rules' own lists these stand for other words: a few of them in one phrase would take for ever to be found. */
const plainWord = text(WORD, LONGEST.name, [
  /^\s*[^*…\s][^*…]*$/u,
  'cannot have "*" or "…": words are found as they are written.',
])

const WORDS = 'must be a list of words: ["robust"].'
const added = list(WORDS, plainWord, MOST.words)
/** Those of the rules' own lists, whatever stands in them. */
const removed = list(WORDS, word, MOST.words)

function wordChanges(description: string) {
  const changes = keys('must be { "add": ["word"], "remove": ["word"] }.', {
    add: v.optional(v.pipe(added, v.description('Words and phrases that count too.')), []),
    remove: v.optional(v.pipe(removed, v.description('Words and phrases that do not count.')), []),
  })
  const example = { add: ['word'], remove: [] }
  return v.optional(v.pipe(changes, v.description(description), v.examples([example])))
}

const wordLists = {
  keywords: wordChanges('Normative keywords, such as must, should and may.'),
  vague: wordChanges('Words that promise a quality without a measure: requirement/vague-word.'),
  quantity: wordChanges('Quantities without a number: requirement/vague-quantity.'),
  escape: wordChanges('Clauses that let a requirement off: requirement/escape-clause.'),
  openEnded: wordChanges('Words that leave a list open: requirement/open-ended.'),
  time: wordChanges('Times without a figure: requirement/vague-time.'),
  weakVerbs: wordChanges('Verbs that say too little: requirement/weak-verb.'),
} satisfies Record<WordList, unknown>

const language = choice(languages.map((words) => words.language))

const wordSettings = keys('must be { "languages": ["en"], "vague": { … } }.', {
  languages: v.optional(
    v.pipe(
      list('must be a list of languages: ["en", "de"].', language, MOST.names),
      v.minLength(1, 'must name a language.'),
      v.description('Whose words count; all of them where it is left out.'),
    ),
  ),
  ...wordLists,
})

const status = keys('must be { "synonyms": { … }, "closed": [ … ] }.', {
  synonyms: v.optional(
    v.pipe(
      mapping(
        'must give words for a status of the template: { "Approved": ["Signed off"] }.',
        list('must be a list of words: ["Signed off"].', word, MOST.names),
        MOST.names,
      ),
      v.description('Other words for a status of the templates, beside those that they have.'),
    ),
    {},
  ),
  closed: v.optional(
    v.pipe(
      list('must be a list of words: ["Withdrawn"].', word, MOST.names),
      v.description('Words that close a document, beside those of the templates: it keeps errors only.'),
    ),
    [],
  ),
})

const kinds = mapping(
  'must give a role for each prefix of IDs: { "US": "requirement" }.',
  choice([...ROLES, 'off']),
  MOST.names,
)

const trace = keys('must be { "required": ["criterion", "test"] }.', {
  required: v.optional(
    v.pipe(
      list('must be a list: ["criterion", "test"].', choice(TRACED), TRACED.length),
      v.description(
        'What each requirement needs one of, even in a specification without a link between its items.',
      ),
    ),
    [],
  ),
})

const newSpec = keys('must be { "template": "spec", "folder": "specs", "fileName": "{id}-{slug}.md" }.', {
  template: v.optional(
    v.pipe(template, v.description('Name of the template; the first one by default.'), v.examples(['spec'])),
  ),
  folder: v.optional(
    v.pipe(
      v.string('must be a path in double quotes.'),
      v.maxLength(LONGEST.path),
      v.description('Folder, relative to that of this file; where the command is run by default.'),
    ),
    DEFAULT_NEW_SPEC.folder,
  ),
  fileName: v.optional(
    v.pipe(
      text('a file name: "{id}-{slug}.md"', LONGEST.path),
      v.description('Name with {id}, {date}, {number} and {slug}, which is the title.'),
    ),
    DEFAULT_NEW_SPEC.fileName,
  ),
})

const fileName = text('a file name in double quotes', LONGEST.path, [
  /^\s*[^/\\\s][^/\\]*$/u,
  'must be a file name without a folder: the files lie in one.',
])

const group = v.pipe(
  list('must be a list of file names: ["requirements.md", "design.md"].', fileName, MOST.files),
  v.minLength(2, 'must name two files at least.'),
)

/** What may stand in a `specmark.json`. */
export const ConfigSchema = keys('must be an object.', {
  $schema: v.optional(
    v.pipe(v.string('must be a URL in double quotes.'), v.description('Where editors find this schema.')),
  ),
  root: v.optional(
    v.pipe(
      v.boolean('must be true or false.'),
      v.description('Templates must lie in the folder of this file.'),
    ),
    false,
  ),
  templates: v.optional(
    v.pipe(
      list('must be a list of paths: ["templates/spec.md"].', path, MOST.files),
      v.description('Paths of template files, relative to the folder of this file.'),
      v.examples([['templates/decision.md']]),
    ),
    [],
  ),
  specs: v.optional(
    v.pipe(
      mapping('must give a template for each glob: { "specs/**/*.md": "spec" }.', template, MOST.globs),
      v.description(
        'Which files are specifications, whatever they look like: globs, relative to the folder of this file, each with the name of a template. The first one that matches decides.',
      ),
      v.examples([{ 'specs/**/*.md': 'spec' }]),
    ),
    {},
  ),
  ignore: v.optional(
    v.pipe(
      list('must be a list of globs: ["archive/**"].', glob, MOST.globs),
      v.description('Globs of files that are not checked, beside what .gitignore names.'),
      v.examples([['archive/**']]),
    ),
    [],
  ),
  maxFileSize: v.optional(
    v.pipe(
      v.number('must be a number of megabytes: 5.'),
      v.gtValue(0, 'must be more than 0.'),
      v.maxValue(MOST.megabytes, `must be at most ${MOST.megabytes}.`),
      v.description('In megabytes: larger files are left out.'),
    ),
    DEFAULT_MAX_FILE_SIZE,
  ),
  groups: v.optional(
    v.pipe(
      list('must be a list of lists: [["requirements.md", "design.md"]].', group, MOST.files),
      v.description('Names of files that are one specification where they lie in one folder.'),
    ),
    DEFAULT_GROUPS.map((names) => [...names]),
  ),
  rules: v.optional(
    v.pipe(
      severities,
      v.description(
        'What a rule is reported as, always or by the status of the specification. A group of rules ("requirement/*") and all of them ("*") count less than a rule.',
      ),
      v.examples([{ 'requirement/passive': 'info', 'structure/placeholder': { draft: 'off' } }]),
    ),
    {},
  ),
  overrides: v.optional(
    v.pipe(
      list('must be a list: [{ "files": ["old/**"], "rules": { … } }].', override, MOST.files),
      v.description(
        'Other severities for some files. Of several that match a file, a later one counts more.',
      ),
    ),
    [],
  ),
  words: v.optional(v.pipe(wordSettings, v.description('Languages and words of the rules on wording.')), {}),
  status: v.optional(v.pipe(status, v.description('How the status of a document is understood.')), {}),
  kinds: v.optional(
    v.pipe(
      kinds,
      v.description(
        'What prefixes of IDs mean, beside those of the templates: a role, or "off" where a prefix is no item.',
      ),
      v.examples([{ US: 'requirement', SC: 'off' }]),
    ),
    {},
  ),
  trace: v.optional(v.pipe(trace, v.description('Which items must answer requirements.')), {}),
  newSpec: v.optional(v.pipe(newSpec, v.description('What "specmark new" makes.')), {}),
})

/** A `specmark.json` with its defaults. */
export type ConfigFile = v.InferOutput<typeof ConfigSchema>

/** The keys of a `specmark.json`, in the order of the schema, each with what it is for. */
export const DESCRIBED_KEYS: readonly { readonly key: string; readonly description: string }[] =
  Object.entries(ConfigSchema.pipe[2].entries).map(([key, entry]) => ({
    key,
    description: v.getDescription(entry.wrapped) ?? '',
  }))
