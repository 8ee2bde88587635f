/** One mistake in a template, at its place; the rest of the template still counts. */
export interface TemplateProblem {
  readonly uri: string
  readonly message: string
  /** Offsets into the text of the file, in UTF-16 code units: `[start, end)`. */
  readonly start: number
  readonly end: number
}

/** Takes down a mistake at `[start, end)`; what the offsets count from is the giver's to say. */
export type Report = (message: string, start: number, end: number) => void
