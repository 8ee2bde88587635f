import { INDEX_THREAD } from './index-thread-argument'
import { startIpcServer, startStdioServer } from './start-server'

/**
 * The language server as a program: over Node's channel where an editor has forked it, else over standard streams. In a thread
 * that the server has started, it reads files for the index.
 */
async function start(): Promise<void> {
  if (process.argv.includes(INDEX_THREAD)) (await import('./serve')).serveIndex()
  else if (process.argv.includes('--node-ipc')) await startIpcServer()
  else await startStdioServer()
}

void start()
