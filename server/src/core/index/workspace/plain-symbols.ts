import type { FileSymbols } from './file-symbols'
import { PackedFile } from './packed-file'

/** The symbols of a file as plain data, its lists among them. */
export function plainSymbols(file: FileSymbols): FileSymbols {
  if (file instanceof PackedFile) return file.unpacked()
  const { uri, kind, template, group, title, name, documentId, status, statusRank, progress } = file
  const { items, references, documentMentions, links, headings, lineStarts } = file
  const own = { uri, kind, template, group, title, name, documentId, status, statusRank, progress }
  return { ...own, items, references, documentMentions, links, headings, lineStarts }
}
