import type { SpecService } from '../core/service'
import type { CheckOptions } from './check-options'
import type { CheckTarget } from './check-run'
import { isConfigFile } from './config-files'
import type { CliEnvironment, FileWatcher } from './environment'
import { EXIT } from './exit'
import { keepingOpen } from './keeping-open'
import { isMarkdownFile } from './markdown-files'
import { reportRun } from './report-run'

/**
 * Checks, and checks again when specifications, configs, templates or baselines have changed, until the person stops it. A
 * report that is the same as the last one is not printed.
 *
 * @returns the exit code: 0 when it was stopped
 */
export async function watchAndCheck(
  target: CheckTarget,
  options: CheckOptions,
  service: SpecService,
  environment: CliEnvironment,
): Promise<number> {
  const { files, print, complain } = environment
  const stop = new AbortController()
  const changes = createQueue()
  const open = keepingOpen(service)
  const failed = (problem: string) => complain(`${problem}\n`)
  let watcher: FileWatcher
  try {
    watcher = await environment.watch(target.paths, changes.add, failed)
  } catch (error) {
    failed(error instanceof Error ? error.message : String(error))
    return EXIT.failed
  }
  void environment.interrupted().then(() => {
    stop.abort()
    changes.add([])
  })

  const configs = new Set<string>()
  const isConfig = (path: string) => configs.has(path) || isConfigFile(path)

  async function run(header: string): Promise<string> {
    const printed: string[] = []
    const quiet: CliEnvironment = {
      ...environment,
      print: (text) => void printed.push(text),
      complain: (text) => void complaints.push(text),
    }
    const complaints: string[] = []
    const { configs: judgedBy } = await reportRun({ ...target, signal: stop.signal }, options, open, quiet)
    for (const uri of judgedBy) configs.add(files.pathOf(uri))
    await watcher.include([...configs])
    const report = complaints.join('') + printed.join('')
    if (stop.signal.aborted || report === last) return last
    if (complaints.length + printed.length > 0 && options.format === 'pretty') print(header)
    for (const text of complaints) complain(text)
    for (const text of printed) print(text)
    return report
  }

  let last = ''
  last = await run('')
  if (!stop.signal.aborted) complain('Watching for changes; Ctrl+C ends it.\n')
  while (!stop.signal.aborted) {
    const changed = await changes.next()
    for (const path of changed) {
      // Of a folder nobody says which of its files are others now.
      if (isMarkdownFile(path)) open.forget(files.uriOf(path))
      else open.forgetAll()
      if (isConfig(path)) await service.fileChanged(files.uriOf(path))
    }
    await service.filesChanged(changed.map(files.uriOf))
    await service.settled()
    if (changed.length > 0) last = await run(`${headerOf(changed, environment)}\n`)
  }
  watcher.close()
  return EXIT.clean
}

function headerOf(changed: readonly string[], { files }: CliEnvironment): string {
  const [first = '', ...others] = changed.map((path) => files.nameOf(files.uriOf(path)))
  return others.length === 0 ? `— ${first} has changed` : `— ${first} and ${others.length} more have changed`
}

/** Changes that wait to be looked at. */
function createQueue() {
  let waiting = new Set<string>()
  let wake: () => void = () => undefined
  return {
    add(paths: readonly string[]): void {
      for (const path of paths) waiting.add(path)
      wake()
    },
    /** All that came since it was last asked; waits where there is nothing. Adding none ends the wait too. */
    async next(): Promise<readonly string[]> {
      if (waiting.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const taken = [...waiting]
      waiting = new Set()
      return taken
    },
  }
}
