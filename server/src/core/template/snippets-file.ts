import { templateSnippets } from './snippets'
import type { Template } from './template'

/** A template's snippets as a VS Code snippet file (JSON, final newline included). */
export function snippetsFile(template: Template): string {
  const entries = templateSnippets(template).map(({ name, prefix, description, body }, place) => {
    const snippet = { prefix, description, body }
    // The first one is the whole document: VS Code offers it for an empty file.
    return [name, place === 0 ? { isFileTemplate: true, ...snippet } : snippet] as const
  })
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}
