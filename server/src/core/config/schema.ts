import * as v from 'valibot'

const text = v.pipe(v.string('It must be a text.'), v.nonEmpty('It must not be empty.'))

const SPECS = 'It must give a template for each glob: { "specs/**/*.md": "spec" }.'

/** Lists are objects to the schema library. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What may stand in a `specmark.json`. */
export const ConfigSchema = v.object({
  $schema: v.optional(v.string('It must be a text.')),
  /** The search for a config ends here, and so does what its templates may be read from. */
  root: v.optional(v.boolean('It must be true or false.')),
  /** Paths of template files, relative to the config. */
  templates: v.optional(v.array(text, 'It must be a list of paths: ["templates/spec.md"].')),
  /** Globs, relative to the config's folder, each with the name of a template. */
  specs: v.optional(
    v.pipe(v.custom<Readonly<Record<string, unknown>>>(isRecord, SPECS), v.record(v.string(), text)),
  ),
})

/** The keys of a `specmark.json`, in the order in which a message lists them. */
export const CONFIG_KEYS: readonly string[] = Object.keys(ConfigSchema.entries)
