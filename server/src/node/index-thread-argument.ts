/** Tells the program of the server that it is run in a thread, to read files for the index. */
export const INDEX_THREAD = '--index-thread'
