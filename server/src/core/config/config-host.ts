import type { Template } from '../template/template'
import type { TemplateChanges } from '../template/template-changes'

/** What reading configs needs of the world. */
export interface ConfigHost {
  /** Text of a file, `undefined` where there is none. Rejects with a reason, a sentence, where it cannot be read. */
  readFile(uri: string): Promise<string | undefined>
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
  /**
   * The built-in templates with what a config changes: their names may be given in `specs`. The same objects each time
   * where it changes nothing.
   */
  templates(changes?: TemplateChanges): readonly Template[]
}

export type Read = { readonly text: string | undefined } | { readonly reason: string }

export async function readText(host: ConfigHost, uri: string): Promise<Read> {
  try {
    return { text: await host.readFile(uri) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
