import { startIpcServer, startStdioServer } from './start-server'

/** The language server as a program: over Node's channel where an editor has forked it, else over standard streams. */
if (process.argv.includes('--node-ipc')) startIpcServer()
else startStdioServer()
