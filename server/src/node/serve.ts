/**
 * What the program of the server is for, and takes long to load: a bundle of its own, so that it can answer before. Clients are served,
 * and in a thread that the server has started, the index.
 */
export async function serve(): Promise<typeof import('./serve-client')> {
  return import('./serve-client')
}

export async function serveIndex(): Promise<void> {
  const index = await import('./serve-index')
  index.serveIndex()
}
