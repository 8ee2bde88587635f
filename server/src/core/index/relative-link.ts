import { URI, Utils } from 'vscode-uri'

/** A link from one file of a workspace to another, or to a heading. */
export interface RelativeLink {
  /** The file or folder; the document itself for `#heading`. */
  readonly uri: string
  /** As written, without the fragment; `''` for the document itself. */
  readonly path: string
  /** Behind the `#`, decoded; `''` where there is none. */
  readonly fragment: string
}

/**
 * Where a link of a document leads; `undefined` for what is no relative link: another scheme, a path from the root of a
 * site, a query, or one that cannot be decoded.
 *
 * @param from URI of the document, which has a folder
 */
export function relativeLink(from: string, url: string): RelativeLink | undefined {
  const hash = url.indexOf('#')
  const path = hash < 0 ? url : url.slice(0, hash)
  const fragment = hash < 0 ? '' : decoded(url.slice(hash + 1))
  const target = decoded(path)
  if (target === undefined || fragment === undefined || url === '' || url === '#') return undefined
  if (/^[a-z][a-z\d+.-]*:/i.test(path) || /^[/\\]/.test(path) || /[?*{}<>|]/.test(path)) return undefined
  const document = URI.parse(from)
  if (!document.path.startsWith('/')) return undefined
  const uri = target === '' ? document : Utils.resolvePath(Utils.dirname(document), target)
  return { uri: uri.toString(), path, fragment }
}

/** The relative path from a document to a file, as a link has it: with `/`, percent-encoded. */
export function relativePath(from: string, to: string): string {
  const folder = URI.parse(from).path.split('/').slice(0, -1)
  const target = URI.parse(to).path.split('/')
  let same = 0
  while (same < folder.length && folder[same] === target[same]) same++
  const up = folder.slice(same).map(() => '..')
  return [...up, ...target.slice(same).map(encoded)].join('/')
}

/** A parenthesis could end the link. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
