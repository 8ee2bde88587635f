/** What is to be done about a client at standard input and output. */
export interface StdioClient {
  /** It says no more; it may still listen. */
  ended(): void
  /** It does not listen either. */
  gone(): void
}

/**
 * Heeds the ways in which the client at standard input and output can go.
 *
 * @returns ends that, for whoever heeds it next
 */
export function heedStdio({ ended, gone }: StdioClient): () => void {
  const { stdin, stdout } = process
  const closed = () => {
    // What has ended is closed too.
    if (!stdin.readableEnded) gone()
  }
  stdin.on('end', ended).on('close', closed).on('error', gone)
  stdout.on('close', gone).on('error', gone)
  return () => {
    stdin.off('end', ended).off('close', closed).off('error', gone)
    stdout.off('close', gone).off('error', gone)
  }
}
