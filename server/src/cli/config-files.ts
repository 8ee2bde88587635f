import { BASELINE_FILE } from '../core/config/baseline-file'
import { CONFIG_FILE } from '../core/config/load-config'

/** Names of files that say, wherever they lie, how specifications are judged. */
export const CONFIG_FILES: readonly string[] = [CONFIG_FILE, BASELINE_FILE]

/** Whether a file is one by its name. */
export function isConfigFile(path: string): boolean {
  return CONFIG_FILES.includes(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
}
