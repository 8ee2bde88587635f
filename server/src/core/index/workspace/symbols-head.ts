import type { FileHead } from './file-symbols'

/** What is known of a file as a whole, for what reads its lists when they are asked for. */
export class SymbolsHead implements FileHead {
  readonly uri: FileHead['uri']
  readonly kind: FileHead['kind']
  readonly template: FileHead['template']
  readonly group: FileHead['group']
  readonly title: FileHead['title']
  readonly name: FileHead['name']
  readonly documentId: FileHead['documentId']
  readonly status: FileHead['status']
  readonly statusRank: FileHead['statusRank']
  readonly progress: FileHead['progress']

  constructor(head: FileHead) {
    this.uri = head.uri
    this.kind = head.kind
    this.template = head.template
    this.group = head.group
    this.title = head.title
    this.name = head.name
    this.documentId = head.documentId
    this.status = head.status
    this.statusRank = head.statusRank
    this.progress = head.progress
  }
}
