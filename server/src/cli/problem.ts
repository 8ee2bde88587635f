/** What could not be done as asked: of a path, a file, a config. */
export interface Problem {
  /** A sentence; it names the file where there is no place. */
  readonly message: string
  /** Where in a config or template; `undefined` where the message says it. */
  readonly place: ProblemPlace | undefined
}

/** Line and column from 1, in UTF-16 code units; the file as it is named in reports. */
export interface ProblemPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A problem as one line for people, without its end. */
export function lineOf({ message, place }: Problem): string {
  return place === undefined ? message : `${place.file}:${place.line}:${place.column}: ${message}`
}
