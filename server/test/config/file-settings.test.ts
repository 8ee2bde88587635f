import { describe, expect, test } from 'vitest'
import { type Config, DEFAULT_CONFIG, type PathGlob } from '../../src/core/config/config'
import { createFileSettings } from '../../src/core/config/file-settings'

/** A glob that matches everything below `old`, and counts how often it was asked. */
function counting() {
  const asked: string[] = []
  const glob: PathGlob = {
    glob: 'old/**',
    matches(path) {
      asked.push(path)
      return path.startsWith('old/')
    },
  }
  return { asked, glob }
}

const base: Config = { ...DEFAULT_CONFIG, uri: 'file:///repo/specmark.json' }

describe('what a config decides about a file', () => {
  test('is asked of its globs once, however many rules and keystrokes there are', () => {
    const { asked, glob } = counting()
    const severities = new Map([['*', { draft: 'off' as const }]])
    const config: Config = {
      ...base,
      specs: [{ ...glob, template: 'spec' }],
      ignore: [glob],
      overrides: [{ globs: [glob.glob], matches: glob.matches, severities }],
    }
    const settingsOf = createFileSettings()
    for (let keystroke = 0; keystroke < 5; keystroke++) {
      const { rules, template, ignored } = settingsOf(config, 'file:///repo/old/a.md')
      for (const rule of ['id/gap', 'id/duplicate']) expect(rules.severity(rule, 'draft')).toBe('off')
      expect({ template, ignored }).toEqual({ template: 'spec', ignored: 'old/**' })
    }
    expect(asked).toEqual(['old/a.md', 'old/a.md', 'old/a.md'])
  })

  test('is decided anew by another config, and for another file', () => {
    const { glob } = counting()
    const settingsOf = createFileSettings()
    expect(settingsOf(base, 'file:///repo/old/a.md').ignored).toBeUndefined()
    expect(settingsOf({ ...base, ignore: [glob] }, 'file:///repo/old/a.md').ignored).toBe('old/**')
    expect(settingsOf({ ...base, ignore: [glob] }, 'file:///repo/new/a.md').ignored).toBeUndefined()
  })

  test('is remembered for a bounded number of files', () => {
    const { asked, glob } = counting()
    const config: Config = { ...base, ignore: [glob] }
    const settingsOf = createFileSettings()
    for (let file = 0; file < 2_000; file++) settingsOf(config, `file:///repo/${file}.md`)
    settingsOf(config, 'file:///repo/1999.md')
    expect(asked).toHaveLength(2_000)
    settingsOf(config, 'file:///repo/0.md')
    expect(asked).toHaveLength(2_001)
  })
})
