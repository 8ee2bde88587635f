import type { MarkdownReader } from './markdown/document'
import type { SpecHost } from './spec-host'
import { createLinkTargets, type LinkTargets } from './surroundings/link-targets'

/**
 * Where links lead in the world of a host.
 *
 * @param readText unsaved text first; what cannot be read leads nowhere
 */
export function linkTargetsOf(
  host: SpecHost,
  reader: MarkdownReader,
  readText: (uri: string) => Promise<string | undefined>,
  isOn: () => boolean,
): LinkTargets {
  return createLinkTargets(
    {
      isOn,
      readText: (uri) => readText(uri).catch(() => undefined),
      exists: host.exists?.bind(host),
      findFiles: (folder) => host.findFiles?.(folder) ?? Promise.resolve([]),
    },
    reader,
  )
}
