/**
 * What the program of the server is for, and takes long to load: a bundle of its own, so that it can answer before. Clients are
 * served, and in a thread that the server has started, the index.
 */
export { serveIpc, serveStdio } from './serve-client'
export { serveIndex } from './serve-index'
