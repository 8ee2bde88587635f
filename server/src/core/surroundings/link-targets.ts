import { URI, Utils } from 'vscode-uri'
import { type Anchors, anchorsOf } from '../index/anchors'
import { type RelativeLink, relativeLink } from '../index/relative-link'
import type { MarkdownReader } from '../markdown/document'
import type { SpecDocument } from '../model/spec-document'
import type { LinkTarget } from '../rules/surroundings'
import { linksOf } from './links-of'
import { nearestLinks } from './nearest-links'

/** What link targets are read from. */
export interface LinkHost {
  /** Whether links are to be judged at all. */
  isOn(): boolean
  /** Text of a file, unsaved text first; `undefined` where there is none. */
  readText(uri: string): Promise<string | undefined>
  /** Left out where that cannot be told: only links within the document are judged then. */
  readonly exists: ((uri: string) => Promise<boolean>) | undefined
  /** Markdown files under a folder. */
  findFiles(folder: string): Promise<readonly string[]>
}

/** Where the links of documents lead. Remembers what it has looked up until it is told to forget. */
export interface LinkTargets {
  /** By URL; links that are not relative are left out. */
  of(spec: SpecDocument): Promise<ReadonlyMap<string, LinkTarget>>
  /** Whether links are judged, those to other files too. */
  areJudged(): boolean
  /** The text of one file has changed; without a URI, files may have come and gone. */
  forget(uri?: string): void
}

const FOUND: LinkTarget = { found: 'yes', nearest: [] }
const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?)$/i

export function createLinkTargets(host: LinkHost, reader: MarkdownReader): LinkTargets {
  const existing = new Map<string, Promise<boolean>>()
  const anchors = new Map<string, Promise<Anchors | undefined>>()
  const listings = new Map<string, Promise<readonly string[]>>()

  /** As sites write it, a page may be named without its extension, and with a slash. */
  async function exists(uri: string): Promise<boolean> {
    if (host.exists === undefined || (await host.exists(uri))) return true
    return !MARKDOWN.test(uri) && host.exists(`${uri.replace(/\/$/, '')}.md`)
  }

  async function anchorsIn(uri: string): Promise<Anchors | undefined> {
    const text = MARKDOWN.test(uri) ? await host.readText(uri) : undefined
    const markdown = text === undefined ? undefined : reader.read(text)
    return markdown === undefined || markdown.refused !== undefined ? undefined : anchorsOf(markdown)
  }

  async function target(spec: SpecDocument, own: () => Anchors, link: RelativeLink): Promise<LinkTarget> {
    if (link.path !== '' && !(await once(existing, link.uri, exists))) {
      const folder = Utils.dirname(URI.parse(spec.uri)).toString()
      const files = await once(listings, folder, (uri) => host.findFiles(uri))
      return { found: 'no file', nearest: nearestLinks.toFile(link, spec.uri, files) }
    }
    if (link.fragment === '') return FOUND
    const known = link.path === '' ? own() : await once(anchors, link.uri, anchorsIn)
    if (known === undefined || known.has(link.fragment)) return FOUND
    return { found: 'no heading', nearest: nearestLinks.toHeading(link, known.names) }
  }

  return {
    async of(spec) {
      const found = new Map<string, LinkTarget>()
      if (!host.isOn()) return found
      let anchorsOfSpec: Anchors | undefined
      const own = () => {
        anchorsOfSpec ??= anchorsOf(spec.markdown)
        return anchorsOfSpec
      }
      for (const url of linksOf(spec)) {
        const link = relativeLink(spec.uri, url)
        const isKnown = link !== undefined && (link.path === '' || host.exists !== undefined)
        if (isKnown) found.set(url, await target(spec, own, link))
      }
      return found
    },
    areJudged: () => host.isOn() && host.exists !== undefined,
    forget(uri) {
      if (uri !== undefined) anchors.delete(uri)
      else for (const known of [existing, anchors, listings]) known.clear()
    },
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, look: (key: string) => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? look(key)
  known.set(key, answer)
  return answer
}
