/**
 * Takes away the argument that makes the protocol library ask every three seconds, from the moment it is loaded, whether
 * its parent process lives. The closed channel says so without an idle server waking up.
 */
process.argv = process.argv.filter((argument) => !argument.startsWith('--clientProcessId'))
