import { URI } from 'vscode-uri'

/**
 * A URI of a client as this server writes those of the files that it finds: clients do not agree on which characters are
 * encoded (`(`, `@`, `+`, the colon of a drive), and a file of two names would be two. What is no URI stays as it is.
 */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString()
  } catch {
    return uri
  }
}
