import { readFileSync } from 'node:fs'
import { createSpecService, type SpecHost, type SpecService, TextDocument } from '../../../src/index'

const BUILT_IN = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../../templates/spec.md', import.meta.url), 'utf8'),
}

export const ROOT = 'file:///work'

/** A workspace in memory, with a service on it. Files are named by their path in it. */
export interface MemoryWorkspace {
  readonly service: SpecService
  readonly log: readonly string[]
  /** Puts files there, or takes them away, without telling anyone. */
  write(files: Readonly<Record<string, string | undefined>>): void
  /** The same, and tells the service. */
  change(files: Readonly<Record<string, string | undefined>>): Promise<void>
  text(name: string): string | undefined
  /** The document as an editor has it open; with the text of the file where none is given. */
  open(name: string, text?: string): TextDocument
  names(): readonly string[]
  uri(name: string): string
  name(uri: string): string
}

/** @param host what of it is to be otherwise */
export async function memoryWorkspace(
  files: Readonly<Record<string, string>>,
  host: Partial<SpecHost> = {},
): Promise<MemoryWorkspace> {
  const workspace = closedWorkspace(files, host)
  await workspace.service.addFolder(ROOT)
  return workspace
}

/** The same, whose folder is not open yet. */
export function closedWorkspace(
  files: Readonly<Record<string, string>>,
  host: Partial<SpecHost> = {},
): MemoryWorkspace {
  const texts = new Map(Object.entries(files))
  const log: string[] = []
  const versions = new Map<string, number>()
  const uri = (name: string) => `${ROOT}/${name}`
  const name = (of: string) => decodeURIComponent(of.slice(ROOT.length + 1))
  const service = createSpecService({
    templates: [BUILT_IN],
    today: () => '2026-02-03',
    readFile: async (of) => texts.get(name(of)),
    exists: async (of) =>
      [...texts.keys()].some((known) => known === name(of) || known.startsWith(`${name(of)}/`)),
    findFiles: async (folder) =>
      [...texts.keys()]
        .filter((one) => one.endsWith('.md') && uri(one).startsWith(`${folder}/`))
        .map(uri)
        .sort(),
    log: (level, message) => void log.push(`${level}: ${message}`),
    ...host,
  })
  const write = (changes: Readonly<Record<string, string | undefined>>) => {
    for (const [one, text] of Object.entries(changes)) {
      if (text === undefined) texts.delete(one)
      else texts.set(one, text)
    }
  }
  return {
    service,
    log,
    write,
    async change(changes) {
      write(changes)
      await service.filesChanged(Object.keys(changes).map(uri))
    },
    text: (one) => texts.get(one),
    open(one, text = texts.get(one) ?? '') {
      const version = (versions.get(one) ?? 0) + 1
      versions.set(one, version)
      return TextDocument.create(uri(one), 'markdown', version, text)
    },
    names: () => [...texts.keys()].sort(),
    uri,
    name,
  }
}

/** A spec of the template with a document ID and what stands under its requirements. */
export function specOf(id: string, body: string, title = 'Lamps'): string {
  return `# Specification: ${title}

## Overview
**ID**: ${id}${'  '}
**Status**: Draft${'  '}
**Created**: 2026-01-15${'  '}
**Last Updated**: 2026-01-16${'  '}

## What

### Functional Requirements
${body}`
}
