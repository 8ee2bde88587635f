// Stands in for the native module native-watchdog in the on-demand VS Code server, which ends an extension host whose
// parent is gone. Node does the same, as long as the host's event loop turns.
exports.start = () => process.once('disconnect', () => process.exit(0))
exports.exit = (code) => process.exit(code || 0)
