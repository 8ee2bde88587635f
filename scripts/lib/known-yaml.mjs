import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * Writes beside each template of a folder what the YAML of its front matter says: reading YAML takes longer than checking the first
 * document does.
 *
 * @param {string} folder absolute
 */
export function writeKnownYaml(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
    const file = join(folder, name)
    const [, yaml] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8')) ?? []
    if (yaml !== undefined) writeFileSync(`${file}.json`, JSON.stringify({ yaml, value: parse(yaml) }))
  }
}
