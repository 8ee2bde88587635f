import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBaseline, printBaseline } from '../../src/core/config/baseline-file'
import { createConfigLoader } from '../../src/core/config/load-config'
import { parseConfig } from '../../src/core/config/parse-config'
import { ConfigSchema } from '../../src/core/config/schema'
import { WORD_LISTS } from '../../src/core/rules/settings'
import { languages } from '../../src/core/rules/words'
import { readTemplate } from '../../src/core/template/read-template'
import { ROLES } from '../../src/core/template/roles'
import type { TemplateChanges } from '../../src/core/template/template-changes'

const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
const SPEC = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const KEYS = Object.keys(ConfigSchema.pipe[2].entries)

/** The first fenced block of a language. */
function fenced(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1]
  if (block === undefined) throw new Error(`docs/configuration.md has no block of ${language}.`)
  return block
}

describe('the page on configuration', () => {
  test('has an example with every key, without a mistake', async () => {
    const text = fenced('jsonc')
    const decision = '---\nspecmark:\n  name: decision\n---\n# Decision: [Title]\n\n## Context\n[Why]\n'
    const files: Record<string, string> = {
      'file:///repo/specmark.json': text,
      'file:///repo/templates/decision.md': decision,
    }
    const loader = createConfigLoader({
      templates: (changes?: TemplateChanges) =>
        [readTemplate(SPEC, changes).template].filter((one) => one !== undefined),
      readFile: async (uri) => files[uri],
      log: () => undefined,
    })
    const config = await loader.configFor('file:///repo/a.md')
    expect(config.problems).toEqual([])
    expect(config.specs).toHaveLength(2)
    const keys = [...text.matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key)
    expect(keys.sort()).toEqual(KEYS.filter((key) => key !== '$schema').sort())
  })

  test('lists every key with its default', () => {
    const table = page.slice(page.indexOf('| key | default |'))
    const rows = [...table.matchAll(/^\| `([$\w]+)` \| (.*?) \|/gm)].slice(0, KEYS.length)
    expect(rows.map(([, key]) => key).sort()).toEqual([...KEYS].sort())
    const { value } = parseConfig('{}')
    for (const [, key, written = ''] of rows) {
      if (!written.startsWith('`')) continue
      const text = `{ "${key}": ${written.replaceAll('`', '')} }`
      expect(parseConfig(text)).toMatchObject({ value, problems: [] })
    }
  })

  test('names the word lists, languages and roles', () => {
    for (const list of WORD_LISTS) expect(page).toContain(`| \`${list}\` |`)
    for (const { language } of languages) expect(page).toContain(`\`${language}\``)
    for (const role of ROLES) expect(page).toContain(`\`${role}\``)
  })

  test('has a baseline as it is written', () => {
    const text = fenced('json')
    const { files, problems } = parseBaseline(text)
    expect(problems).toEqual([])
    expect(printBaseline(files)).toBe(text)
  })
})
