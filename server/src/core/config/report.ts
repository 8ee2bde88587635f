import type { Path } from './json-view'

/** Takes a mistake in a config: what is wrong with the value at a path, or with its key. */
export type Report = (message: string, path: Path, part?: 'key') => void
