import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readTemplate } from '../../src/core/template/read-template'

const YAML = 'specmark:\n  name: written'
const TEXT = `---\n${YAML}\n---\n# Title\n`
const read = (value: unknown, yaml = YAML) =>
  readTemplate({ uri: 'file:///a.md', text: TEXT, known: { yaml, value } })

it('what is known of the YAML of a template is not read again', () => {
  expect(read({ specmark: { name: 'known' } })).toMatchObject({ template: { name: 'known' }, problems: [] })
})

it('what is known of another text does not count', () => {
  expect(read({ specmark: { name: 'known' } }, `${YAML} `).template?.name).toBe('written')
})

it('what is wrong with it is told where it stands', () => {
  const { problems } = read({ specmark: { name: 1 } })
  expect(problems.map(({ message, start, end }) => [message, TEXT.slice(start, end)])).toEqual([
    ['Front matter, specmark.name: expected text, found 1', 'name: written'],
  ])
})

const built = ['../../../dist/templates/spec.md', '../../dist/templates/spec.md']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((file) => existsSync(`${file}.json`))
if (built.length < 2) console.warn('Skipped: what the build knows of templates ("npm run build").')

it.skipIf(built.length < 2)('the build tells of a template what reading it tells', () => {
  for (const file of built) {
    const source = { uri: 'file:///spec.md', text: readFileSync(file, 'utf8') }
    const { yaml, value } = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
    expect(readTemplate({ ...source, known: { yaml, value } })).toEqual(readTemplate(source))
    // It is of the very text that is looked for.
    const other = { specmark: { ...value.specmark, name: 'other' } }
    expect(readTemplate({ ...source, known: { yaml, value: other } }).template?.name).toBe('other')
  }
})
