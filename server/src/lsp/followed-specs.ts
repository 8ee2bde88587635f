import type { Connection } from 'vscode-languageserver'
import { isShown, SPEC_KINDS, type SpecFilter, shownNodes } from '../core/features/spec-filter'
import { specSummary } from '../core/features/spec-summary'
import type { SpecService } from '../core/service'
import type { SpecInside } from '../core/spec-inside'
import { hash } from '../core/text/hash'
import { canonicalUri } from './canonical-uri'
import type { Documents } from './documents'
import { describe, type Guard, invalidParams } from './errors'
import { createFindingsQueue } from './findings-queue'
import type { Log } from './log'
import {
  type FollowSpecsParams,
  METHODS,
  type SpecInsideParams,
  type SpecListing,
  type SpecsChange,
  type SpecsFollowed,
} from './protocol'
import { whenSettled } from './settled'

/** Milliseconds between two tellings of much that changes, as folders are read or many files judged: a view that is told more often
 * does nothing but draw. */
const PACE = 300

/** Stands for what the client has not got: no listing and no mark is this. */
const UNTOLD = ''

/** Tells of all specs to a client that shows them. */
export interface FollowedSpecs {
  /** A file was read anew or is gone, and these may be judged otherwise for it; see `Changed`. */
  changed(uri: string, reached: ReadonlySet<string>): void
}

/**
 * Answers a view of all specs: a list of them, what is in one when it is opened, and what becomes of both. Only what differs from
 * what the client was told is sent. While the view is hidden, that is its badge alone, by what is found in documents that are open.
 */
export function followSpecs(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  pause: () => Promise<void>,
  guard: Guard,
  log: Log,
): FollowedSpecs {
  /** By URI, as the client has them: a listing, and what stands for that which is in it where that was asked for. */
  const told = new Map<string, string>()
  const insides = new Map<string, string>()
  const dirty = new Set<string>()
  const dirtyInside = new Set<string>()
  let filter: SpecFilter | null = null
  let isFollowed = false
  /** Before that, nothing is kept of what changes. */
  let wasFollowed = false
  let isReading = false
  let toldReading = false
  let toldErrors = 0
  let toldTotal = 0
  let sent = performance.now()
  let telling: Promise<void> = Promise.resolve()

  const findings = createFindingsQueue(
    service,
    (uri) => documents.get(uri) !== undefined,
    pause,
    {
      judged: (uri) => mark(uri),
      passed() {
        if (dirty.size > 0 && isDue()) tell()
      },
      drained: () => tell(),
    },
    log,
  )

  function mark(uri: string): void {
    dirty.add(uri)
    if (!wasFollowed && !isFollowed) return
    if (isDue()) tell()
    // Of one that nobody is writing, it is told as others are judged, or once all are.
    else if (documents.get(uri) !== undefined) tellSoon('')
  }

  function isDue(): boolean {
    return performance.now() - sent > PACE
  }

  const tellSoon = whenSettled(() => tell())

  /** One after another: what is told later must not be overtaken. */
  function tell(): void {
    sent = performance.now()
    telling = telling
      .then(async () => {
        if (!isFollowed) return await tellErrors()
        const change = await changeSince()
        if (!isFollowed) return putBack(change)
        if (!isWorthIt(change)) return
        toldReading = change.reading
        toldErrors = change.withErrors
        toldTotal = change.total
        await connection.sendNotification(METHODS.specsChanged, change)
      })
      .catch((error: unknown) => log('error', `Telling of specifications: ${describe(error)}`))
  }

  /** What was gathered as the view was hidden is told once it is shown again. */
  function putBack({ changed, removed, inside }: SpecsChange): void {
    for (const uri of [...changed.map((listing) => listing.uri), ...removed]) {
      told.set(uri, UNTOLD)
      dirty.add(uri)
    }
    for (const uri of inside) {
      insides.set(uri, UNTOLD)
      dirtyInside.add(uri)
    }
  }

  function isWorthIt({ changed, removed, inside, reading, withErrors, total }: SpecsChange): boolean {
    const isOther = toldReading !== reading || toldErrors !== withErrors || toldTotal !== total
    return isOther || changed.length + removed.length + inside.length > 0
  }

  /** Of a view that is hidden, its badge is seen. */
  async function tellErrors(): Promise<void> {
    const count = findings.withErrors()
    if (count === toldErrors) return
    toldErrors = count
    await connection.sendNotification(METHODS.specsWithErrors, count)
  }

  async function changeSince(): Promise<SpecsChange> {
    const uris = [...dirty]
    dirty.clear()
    const changed: SpecListing[] = []
    const removed: string[] = []
    for (const uri of uris) {
      const listing = listingOf(uri)
      if (listing === undefined) {
        if (service.file(uri) === undefined) findings.forget(uri)
        insides.delete(uri)
        if (told.delete(uri)) removed.push(uri)
        continue
      }
      const message = JSON.stringify(listing)
      if (told.get(uri) === message) continue
      told.set(uri, message)
      changed.push(listing)
    }
    const total = specCount()
    const withErrors = findings.withErrors()
    const inside = await differingInside()
    return { whole: false, reading: isReading, total, withErrors, changed, removed, inside }
  }

  async function differingInside(): Promise<readonly string[]> {
    const inside: string[] = []
    const uris = [...dirtyInside]
    dirtyInside.clear()
    for (const uri of uris) {
      const before = insides.get(uri)
      if (before === undefined) continue
      const now = markOf(await shownInside(uri))
      if (now === before) continue
      insides.set(uri, now)
      inside.push(uri)
    }
    return inside
  }

  async function shownInside(uri: string): Promise<SpecInside | undefined> {
    const inside = await service.inside(uri)
    const file = service.file(uri)
    if (inside === undefined || file === undefined || filter === null) return inside
    return { ...inside, nodes: shownNodes(file, inside.nodes, filter) }
  }

  function specCount(): number {
    let count = 0
    for (const _ of service.heads()) count++
    return count
  }

  function listingOf(uri: string): SpecListing | undefined {
    const file = service.file(uri)
    const { findings: found = null, questions = null } = findings.of(uri) ?? {}
    if (file !== undefined && filter !== null && !isShown(file, filter, questions ?? 0)) return undefined
    return file && { ...specSummary(file), findings: found, questions }
  }

  /** What was judged under other circumstances is judged again. */
  function judgeAll(): void {
    findings.add(Array.from(service.heads(), ({ uri }) => uri))
  }

  async function follow(params: FollowSpecsParams | null): Promise<SpecsFollowed> {
    const { goOn, filter: asked }: Partial<FollowSpecsParams> = params ?? {}
    if (typeof goOn !== 'boolean' || !isFilter(asked))
      throw invalidParams(`${METHODS.followSpecs} takes { goOn: boolean, filter: SpecFilter | null }.`)
    filter = asked
    isFollowed = true
    if (!goOn) {
      told.clear()
      insides.clear()
      for (const { uri } of service.heads()) dirty.add(uri)
    }
    // What is settled has said so before a turn of the event loop is over.
    isReading = await Promise.race([service.settled().then(() => false), pause().then(() => true)])
    toldReading = isReading
    const change = await changeSince()
    toldErrors = change.withErrors
    toldTotal = change.total
    void beginJudging()
    return { ...change, whole: !goOn, kinds: SPEC_KINDS }
  }

  async function beginJudging(): Promise<void> {
    await service.settled()
    isReading = false
    if (!wasFollowed) judgeAll()
    wasFollowed = true
    if (!isFollowed) return
    tell()
    findings.start('all')
  }

  connection.onRequest(METHODS.followSpecs, guard.request(METHODS.followSpecs, follow))
  connection.onNotification(
    METHODS.unfollowSpecs,
    guard.notification(METHODS.unfollowSpecs, () => {
      isFollowed = false
      findings.start('open')
    }),
  )
  connection.onRequest(
    METHODS.specInside,
    guard.request(METHODS.specInside, async (params: SpecInsideParams) => {
      if (typeof params?.uri !== 'string') throw invalidParams(`${METHODS.specInside} takes { uri: string }.`)
      const uri = canonicalUri(params.uri)
      const inside = await shownInside(uri)
      if (inside !== undefined) insides.set(uri, markOf(inside))
      return inside ?? null
    }),
  )
  return {
    changed(uri, reached) {
      if (!isFollowed && !wasFollowed) return
      if (service.file(uri) === undefined) findings.forget(uri)
      // A folder that was read whole: what its files were judged beside was not all there was.
      if (service.file(uri) === undefined && !told.has(uri)) judgeAll()
      findings.add([uri, ...reached])
      dirtyInside.add(uri)
      for (const other of reached) dirtyInside.add(other)
      mark(uri)
      // Somebody has just changed it, and looks.
      if (isFollowed && documents.get(uri) !== undefined) tell()
    },
  }
}

function isFilter(value: unknown): value is SpecFilter | null {
  if (value === null) return true
  if (typeof value !== 'object' || value === undefined) return false
  const { text, openOnly, kind }: Partial<SpecFilter> = value
  return (
    typeof text === 'string' && typeof openOnly === 'boolean' && (kind === null || typeof kind === 'string')
  )
}

function markOf(inside: SpecInside | undefined): string {
  return hash(JSON.stringify(inside ?? null))
}
