import { isMainThread } from 'node:worker_threads'

/**
 * The language server as a program: over Node's channel where an editor has forked it, else over standard streams. In a thread
 * that the server has started, it reads files for the index.
 */
async function start(): Promise<void> {
  if (!isMainThread) return (await import('./serve-index')).serveIndex()
  const { startIpcServer, startStdioServer } = await import('./start-server')
  if (process.argv.includes('--node-ipc')) startIpcServer()
  else startStdioServer()
}

void start()
