import { URI } from 'vscode-uri'
import type { RelativeLink } from '../index/relative-link'
import { editDistance } from '../text/edit-distance'

const MOST = 3

/** Links like one that leads nowhere, the likeliest first. */
export const nearestLinks = {
  /** @param files URIs that a link may have meant */
  toFile(link: RelativeLink, from: string, files: readonly string[]): readonly string[] {
    const fragment = link.fragment === '' ? '' : `#${link.fragment}`
    const folder = URI.parse(from).path.replace(/[^/]*$/, '')
    const paths = files.filter((uri) => uri !== from).map((uri) => pathFrom(folder, uri))
    return like(link.path.replace(/^\.\//, ''), paths).map((path) => `${path}${fragment}`)
  },
  toHeading(link: RelativeLink, anchors: readonly string[]): readonly string[] {
    return like(link.fragment, [...new Set(anchors)]).map((anchor) => `${link.path}#${anchor}`)
  },
}

/** Those that differ in at most a third of their letters, or in nothing but their folder. */
function like(wanted: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate) }))
    .filter(({ candidate, distance }) => distance <= farthest(candidate))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate)
}

function farthest(candidate: string): number {
  return Math.max(1, Math.floor(candidate.length / 3))
}

function distanceTo(wanted: string, candidate: string): number {
  if (nameOf(wanted) === nameOf(candidate)) return 1
  return editDistance(wanted.toLowerCase(), candidate.toLowerCase(), farthest(candidate))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

function pathFrom(folder: string, to: string): string {
  const { path } = URI.parse(to)
  const relative = path.startsWith(folder) ? path.slice(folder.length) : path
  return relative.split('/').map(encodeURIComponent).join('/')
}
