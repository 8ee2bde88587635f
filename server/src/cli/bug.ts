/** What to say where Specmark itself failed on a file. @param task what it failed to do: `checked` */
export function bug(file: string, task: string, error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${file}: could not be ${task}, an error in specmark: ${details}`
}
