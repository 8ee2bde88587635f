/** Whether a file's name says that it is Markdown. Only such files are specs, unless a config says so. */
export function isMarkdownFile(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn?)$/i.test(path)
}
