import { type Disposable, EventEmitter, FileDecoration, ThemeColor, Uri, window } from 'vscode'
import { findingsWords } from './findings-words'
import type { SpecList } from './spec-list'

/** Rows of the tree have URIs of their own: what is said of them is to stand in no other list of files. */
const SCHEME = 'specmark-spec'

/** The URI by which the row of a spec is decorated. */
export function decoratedUri(uri: string): Uri {
  return Uri.from({ scheme: SCHEME, path: Uri.parse(uri).path, query: uri })
}

/** The most that a badge has room for. */
const MOST_COUNTED = 9

/** Counts and colours findings at the rows of specs, as the editor does it in its own list of files. */
export function decorateSpecs(specs: SpecList): Disposable {
  const changed = new EventEmitter<Uri | Uri[] | undefined>()
  const subscriptions = [
    changed,
    specs.onDidChange((rows) =>
      changed.fire(rows?.flatMap((row) => (row.kind === 'spec' ? [decoratedUri(row.uri)] : []))),
    ),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        if (uri.scheme !== SCHEME) return undefined
        const listing = specs.get(uri.query)?.listing
        const { errors = 0, warnings = 0 } = listing?.findings ?? {}
        const count = errors + warnings
        if (listing === undefined || count === 0) return undefined
        return new FileDecoration(
          count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count),
          findingsWords(listing),
          new ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
        )
      },
    }),
  ]
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) }
}
