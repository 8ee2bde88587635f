// Loaded into the editor's server before its own code: a starter that was killed outright cannot stop its
// child, but the channel between them closes, and then the server must not live on.
process.once('disconnect', () => process.exit(0))
process.channel?.unref()
