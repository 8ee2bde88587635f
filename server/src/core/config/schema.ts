import * as v from 'valibot'

const path = v.pipe(v.string('must be a path in double quotes.'), v.nonEmpty('must be a path: it is empty.'))

const SPECS = 'must give a template for each glob: { "specs/**/*.md": "spec" }.'

const template = v.pipe(
  v.string('must be the name of a template: "spec".'),
  v.nonEmpty('must be the name of a template: it is empty.'),
)

/** Lists are objects to the schema library. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What may stand in a `specmark.json`. Messages are to follow the name of what they speak of. */
export const ConfigSchema = v.object({
  $schema: v.optional(v.string('must be a URL in double quotes.')),
  /** The search for a config ends here, and so does what its templates may be read from. */
  root: v.optional(v.boolean('must be true or false.')),
  /** Paths of template files, relative to the config. */
  templates: v.optional(v.array(path, 'must be a list of paths: ["templates/spec.md"].')),
  /** Globs, relative to the config's folder, each with the name of a template. */
  specs: v.optional(
    v.pipe(v.custom<Readonly<Record<string, unknown>>>(isRecord, SPECS), v.record(v.string(), template)),
  ),
})

/** The keys of a `specmark.json`, in the order in which a message lists them. */
export const CONFIG_KEYS: readonly string[] = Object.keys(ConfigSchema.entries)
