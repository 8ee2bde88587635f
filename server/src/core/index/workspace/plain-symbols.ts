import type { FileSymbols } from './file-symbols'
import { PackedFile } from './packed-file'
import { SymbolsHead } from './symbols-head'

/** The symbols of a file as plain data, its lists among them. */
export function plainSymbols(file: FileSymbols): FileSymbols {
  if (file instanceof PackedFile) return file.unpacked()
  const { items, references, documentMentions, links, headings, lineStarts } = file
  return { ...new SymbolsHead(file), items, references, documentMentions, links, headings, lineStarts }
}
